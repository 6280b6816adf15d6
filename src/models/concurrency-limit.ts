interface Waiting {
  enter(): void;
}

/**
 * Lets so many in at once; the others wait in the order in which they came. Not a wrapper around a
 * function, since an answer that is streamed keeps its place until its reader is done.
 */
export class ConcurrencyLimit {
  readonly #waiting = new Set<Waiting>();
  #free: number;

  /** @param most at least 1. */
  constructor(most: number) {
    this.#free = most;
  }

  /**
   * Resolves once there is a place, with what gives it back: to be called once, in any case.
   * Rejects with the signal's reason when it aborts first.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    return () => this.#leave();
  }

  #wait(signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting = { enter: resolve };
    const giveUp = (): void => {
      this.#waiting.delete(waiting);
      reject(signal.reason);
    };
    waiting.enter = () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    this.#waiting.add(waiting);
    signal.addEventListener('abort', giveUp, { once: true });
    return promise;
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next.enter();
  }
}
