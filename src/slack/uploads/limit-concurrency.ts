/**
 * Does work, but only so much of it at the same time; the rest waits, in order.
 *
 * Rejects with the signal's reason when it aborts before the turn has come.
 */
export type LimitConcurrency = <Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
) => Promise<Result>;

/** @param most pieces of work at the same time, from 1. */
export function createLimitConcurrency(most: number): LimitConcurrency {
  let free = most;
  const waiting = new Set<() => void>();

  async function turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = (): void => {
      waiting.delete(resolve);
      reject(signal.reason);
    };
    waiting.add(resolve);
    signal.addEventListener('abort', giveUp, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', giveUp));
  }

  return async (signal, work) => {
    await turn(signal);
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next === undefined) free += 1;
      else {
        waiting.delete(next);
        next();
      }
    }
  };
}
