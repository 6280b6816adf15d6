/** How often something may be done. */
export interface Rate {
  /** Least time between two, in the long run, ms. */
  intervalMs: number;
  /** How many may follow each other at once after a rest, at least 1. */
  burst: number;
}

/** Counts what is done against a rate. */
export interface Pace {
  /**
   * How long it takes until one more is allowed, ms.
   *
   * @param now UTC ms.
   * @param spare how many of the burst are left over for others.
   */
  wait(now: number, spare?: number): number;
  /** Counts one more, done as soon as it is allowed. */
  take(now: number): void;
  /** Nothing is allowed for this long, and from then on one at a time. */
  exhaust(now: number, milliseconds: number): void;
  /** Whether all that was done is forgotten by now. */
  isRested(now: number): boolean;
}

/**
 * Keeps one number, the instant from which on nothing counts any more: the generic cell rate
 * algorithm, a token bucket that needs no refilling.
 */
export function createPace({ intervalMs, burst }: Rate): Pace {
  let restedAt = 0;
  let countedAt = 0;

  /** A clock that was set back must not make everybody wait until it has caught up. */
  function follow(now: number): void {
    if (now < countedAt) restedAt -= countedAt - now;
    countedAt = now;
  }

  return {
    wait(now, spare = 0) {
      follow(now);
      const allowed = Math.max(1, burst - spare);
      return Math.max(0, restedAt - (allowed - 1) * intervalMs - now);
    },
    take(now) {
      follow(now);
      restedAt = Math.max(restedAt, now) + intervalMs;
    },
    exhaust(now, milliseconds) {
      follow(now);
      restedAt = Math.max(restedAt, now + milliseconds + (burst - 1) * intervalMs);
    },
    isRested: (now) => restedAt <= now,
  };
}
