import type { Clock } from '../clock.ts';

/** How many streams may be begun; beyond that, replies are posted as a whole. */
export interface StreamBudget {
  /** Takes one stream out of the budget; false when it is used up. */
  take(): boolean;
  /** No stream for this long, because the service asked to wait. */
  hold(milliseconds: number): void;
}

const windowMs = 60_000;

/**
 * Counts the streams of the last minute. A bucket that fills up continuously would let through
 * twice its size in the first minute, which the service counts as too many.
 *
 * @param perMinute most streams within any minute. Slack allows about 20 starts and 20 stops (tier
 *   2), of all processes together; what is left is for ends that have to be repeated.
 */
export function createStreamBudget(options: { clock: Clock; perMinute: number }): StreamBudget {
  const { clock, perMinute } = options;
  let startedAt: number[] = [];
  let heldUntil = 0;
  return {
    take() {
      const now = clock.now();
      startedAt = startedAt.filter((at) => at > now - windowMs);
      if (now < heldUntil || startedAt.length >= perMinute) return false;
      startedAt.push(now);
      return true;
    },
    hold(milliseconds) {
      heldUntil = Math.max(heldUntil, clock.now() + milliseconds);
    },
  };
}
