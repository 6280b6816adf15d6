import { createRandom } from '../random.ts';
import { mean } from './mean.ts';
import { percentile } from './percentile.ts';

export interface Interval {
  low: number;
  high: number;
}

/**
 * Percentile bootstrap confidence interval of a mean (Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 13): how far the figure could be off because these queries happened to
 * be the ones asked.
 *
 * @param values one per query.
 * @param options `confidence` 0..1 (default .95), `resamples` (default 1,000), `seed` (default 1):
 *   the same seed gives the same interval.
 * @returns null when there are no values.
 */
export function bootstrapInterval(
  values: readonly number[],
  options: { confidence?: number; resamples?: number; seed?: number } = {},
): Interval | null {
  const { confidence = 0.95, resamples = 1_000, seed = 1 } = options;
  if (values.length === 0) return null;
  const random = createRandom(seed);
  const means: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1) {
      sum += values[Math.floor(random() * values.length)] ?? 0;
    }
    means.push(sum / values.length);
  }
  const tail = (1 - confidence) / 2;
  const center = mean(values) ?? 0;
  return {
    low: Math.min(center, percentile(means, tail) ?? center),
    high: Math.max(center, percentile(means, 1 - tail) ?? center),
  };
}
