import type { PlaygroundClock } from '../clock/playground-clock.ts';
import { type CallRate, rateLimitOf } from './rate-tiers.ts';

interface Bucket {
  available: number;
  /** UTC ms. */
  filledAt: number;
}

/**
 * Counts calls in one token bucket for each method (and channel, where Slack counts by channel, with
 * one more for all channels), filled continuously at the tier's rate.
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
    const counted = limit.perChannel
      ? [this.#fill(`${method} ${channel ?? ''}`, limit), this.#fill(method, limit.overall)]
      : [this.#fill(method, limit)];
    const waitMs = Math.max(...counted.map(({ waitMs }) => waitMs));
    if (waitMs > 0) return Math.max(1, Math.ceil(this.#clock.toProgramTime(waitMs) / 1000));
    for (const { bucket } of counted) bucket.available -= 1;
    return null;
  }

  /** A bucket as it is now, and how long it takes until it holds a call, ms. */
  #fill(key: string, { perMinute, burst }: CallRate): { bucket: Bucket; waitMs: number } {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? { available: burst, filledAt: now };
    const perMs = perMinute / 60_000;
    bucket.available = Math.min(burst, bucket.available + (now - bucket.filledAt) * perMs);
    bucket.filledAt = now;
    this.#buckets.set(key, bucket);
    return { bucket, waitMs: Math.max(0, (1 - bucket.available) / perMs) };
  }
}
