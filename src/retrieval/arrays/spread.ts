/** How a score is distributed over all passages. */
export interface Spread {
  mean: number;
  /** Standard deviation; never 0. */
  deviation: number;
}

/** @param count of all values, of which those not in the sums are 0. */
export function spreadOf(sum: number, sumOfSquares: number, count: number): Spread {
  if (count === 0) return { mean: 0, deviation: 1 };
  const mean = sum / count;
  const variance = sumOfSquares / count - mean * mean;
  return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
}

/** By how many standard deviations a score lies above the mean. */
export function standardise(score: number, { mean, deviation }: Spread): number {
  return (score - mean) / deviation;
}
