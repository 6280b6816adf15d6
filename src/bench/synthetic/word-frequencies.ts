import type { Random } from '../../evaluation/index.ts';

/** Draws a whole number from 0 with a probability proportional to its weight. */
export function createWeightedDraw(
  count: number,
  weightOf: (index: number) => number,
): (random: Random) => number {
  const cumulative = new Float64Array(count);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    sum += weightOf(index);
    cumulative[index] = sum;
  }
  return (random) => {
    const drawn = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

const mandelbrotShift = 2.7;
const commonWords = 7_873;
const rareExponent = 1.77;

/**
 * Relative frequency of the word at a rank from 0 in English text: inversely proportional to the
 * rank (Zipf, with Mandelbrot's shift) for the common words, and falling with the power 1.77 beyond
 * the 7,873rd, from which the vocabulary's growth with the length of the text (Heaps' law) follows.
 *
 * Source of the constants: Gerlach and Altmann, "Stochastic model for the vocabulary growth in
 * natural languages", Physical Review X 3, 021006, 2013.
 */
export function wordFrequency(rank: number): number {
  const position = rank + 1;
  if (position <= commonWords) return 1 / (position + mandelbrotShift);
  return (position / commonWords) ** -rareExponent / (commonWords + mandelbrotShift);
}
