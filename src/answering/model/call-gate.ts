/** Lets so many long calls of a model be under way at once; the others wait in the order they came. */
export interface CallGate {
  /**
   * Resolves once there is a place, with what gives it back: to be called once, in any case.
   * Rejects with the signal's reason when it aborts first.
   */
  enter(signal: AbortSignal): Promise<() => void>;
}

/** @param most at least 1. */
export function createCallGate(most: number): CallGate {
  const waiting = new Set<() => void>();
  let free = most;

  function leave(): void {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else next();
  }

  return {
    enter: async (signal) => {
      signal.throwIfAborted();
      if (free > 0) {
        free -= 1;
        return leave;
      }
      const { promise, resolve, reject } = Promise.withResolvers<() => void>();
      const come = (): void => {
        waiting.delete(come);
        signal.removeEventListener('abort', giveUp);
        resolve(leave);
      };
      const giveUp = (): void => {
        waiting.delete(come);
        reject(signal.reason);
      };
      waiting.add(come);
      signal.addEventListener('abort', giveUp, { once: true });
      return promise;
    },
  };
}
