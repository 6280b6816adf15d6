/** Counts the time that something takes, over all its occasions; those that overlap count once. */
export interface Stopwatch {
  /** So far, of what is over. */
  readonly ms: number;
  time<T>(work: () => Promise<T>): Promise<T>;
}

export function createStopwatch(): Stopwatch {
  let ms = 0;
  let running = 0;
  let since = 0;
  return {
    get ms() {
      return ms;
    },
    time: async (work) => {
      if (running === 0) since = performance.now();
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) ms += performance.now() - since;
      }
    },
  };
}
