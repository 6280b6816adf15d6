/** Does work, but only so much of it at the same time; the rest waits, in order. */
export type LimitConcurrency = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param most pieces of work at the same time, from 1. */
export function createLimitConcurrency(most: number): LimitConcurrency {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
