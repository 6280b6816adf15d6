import type { PlaygroundClock } from '../clock/playground-clock.ts';
import { rateLimitOf } from './rate-tiers.ts';

interface Bucket {
  available: number;
  /** UTC ms. */
  filledAt: number;
}

/**
 * Counts calls in one token bucket for each method (and channel, where Slack counts by channel),
 * filled continuously at the tier's rate.
 */
export class RateLimiter {
  readonly #clock: PlaygroundClock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: PlaygroundClock) {
    this.#clock = clock;
  }

  /**
   * Takes one call out of the bucket.
   *
   * @returns null when the call may go on, otherwise the whole seconds to wait, at the pace of
   *   programs.
   */
  take(method: string, channel: string | null): number | null {
    const limit = rateLimitOf(method);
    const key = limit.perChannel ? `${method} ${channel ?? ''}` : method;
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? { available: limit.burst, filledAt: now };
    const perMs = limit.perMinute / 60_000;
    bucket.available = Math.min(limit.burst, bucket.available + (now - bucket.filledAt) * perMs);
    bucket.filledAt = now;
    this.#buckets.set(key, bucket);
    if (bucket.available >= 1) {
      bucket.available -= 1;
      return null;
    }
    const waitMs = this.#clock.toProgramTime((1 - bucket.available) / perMs);
    return Math.max(1, Math.ceil(waitMs / 1000));
  }
}
