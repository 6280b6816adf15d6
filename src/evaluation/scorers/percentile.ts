/**
 * Percentile by nearest rank: the smallest value that at least `share` of all values do not exceed.
 * Always one of the values given, so that a reported time is one that was measured.
 *
 * @param values in any order.
 * @param share above 0 to 1; .95 for the 95th percentile.
 * @returns null when there are no values.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  // The product of, say, .95 and 20 may come out a hair above the whole number it is.
  const rank = Math.ceil(share * sorted.length - 1e-9);
  return sorted[Math.max(1, rank) - 1] ?? null;
}
