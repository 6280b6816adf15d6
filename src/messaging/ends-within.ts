import { pause } from './pause.ts';

/** Whether something ends within so many ms; what it ends with does not matter. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const cancel = new AbortController();
  const tooLong = pause(milliseconds, cancel.signal).then(
    () => false,
    () => true,
  );
  const ended = await Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    tooLong,
  ]);
  cancel.abort();
  return ended;
}
