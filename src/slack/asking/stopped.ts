import { StoppedByPerson } from '../../messaging/index.ts';

/** Whether a person asked to stop what the signal is for. */
export function isStopped(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof StoppedByPerson;
}

/** Aborts as the signal does, but not when a person asked to stop: what is found is then told. */
export function despitePerson(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const follow = (): void => {
    if (!isStopped(signal)) controller.abort(signal.reason);
  };
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true });
  return controller.signal;
}
