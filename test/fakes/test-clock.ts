import type { Clock } from '../../src/clock.ts';
import type { Pause } from '../../src/messaging/index.ts';

/** A clock that only waiting moves on, and at once. */
export interface TestClock extends Clock {
  pause: Pause;
  /** How long was waited, in order, ms. */
  waits: number[];
  advance(milliseconds: number): void;
}

export function createTestClock(startAt = Date.UTC(2024, 9, 1, 9)): TestClock {
  let now = startAt;
  const clock: TestClock = {
    now: () => now,
    waits: [],
    advance(milliseconds) {
      now += milliseconds;
    },
    async pause(milliseconds, signal) {
      signal?.throwIfAborted();
      clock.waits.push(milliseconds);
      now += Math.max(0, milliseconds);
      await Promise.resolve();
    },
  };
  return clock;
}
