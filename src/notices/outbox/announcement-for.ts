import type { MessageReference } from '../../messaging/index.ts';
import type { OutboxTask } from './outbox.ts';

/**
 * Where a notice was announced to whoever reads in a place: there itself, else in the first of the
 * channels. What was sent to some people alone is for them. Null when it was in neither.
 *
 * @param tasks - All of the notice.
 * @param place - Id of a channel or person.
 */
export function announcementFor(
  tasks: readonly OutboxTask[],
  place: string,
  isPerson: (place: string) => boolean,
): MessageReference | null {
  const announced = tasks.filter(
    ({ occasion, message }) => occasion === 'announcement' && message !== null,
  );
  const own = announced.find((one) => one.place === place);
  const inChannel = announced.find((one) => !isPerson(one.place));
  return (own ?? inChannel)?.message ?? null;
}
