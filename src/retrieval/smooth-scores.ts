import { dotProduct } from './arrays/dot-product.ts';

const neighbours = 5;
/** A neighbour counts by this power of its similarity, so that only the close ones matter. */
const sharpness = 4;

export interface ComparablePassage {
  /** Number of its publication. */
  publication: number;
  vector: Float32Array | null;
}

/**
 * Moves every score towards the scores of the passages nearest to it: passages on the same subject
 * should be about as relevant (score regularisation, F. Diaz, "Regularizing ad hoc retrieval scores",
 * 2005).
 *
 * Passages of one publication are no neighbours: they share a title and overlap, so their likeness says
 * nothing.
 *
 * @param passages in the order of the scores; a vector has unit length, null where there is none.
 * @param share of the neighbours in the result, 0 to 1.
 */
export function smoothScores(
  scores: readonly number[],
  passages: readonly ComparablePassage[],
  share: number,
): number[] {
  const similarities = compareAll(passages);
  const count = scores.length;
  return scores.map((score, at) => {
    if (!passages[at]?.vector) return score;
    const row = similarities.subarray(at * count, (at + 1) * count);
    let weights = 0;
    let sum = 0;
    for (const other of nearest(row, at)) {
      const weight = Math.max(0, row[other] as number) ** sharpness;
      weights += weight;
      sum += weight * (scores[other] as number);
    }
    return weights === 0 ? score : (1 - share) * score + (share * sum) / weights;
  });
}

function compareAll(passages: readonly ComparablePassage[]): Float32Array {
  const count = passages.length;
  const similarities = new Float32Array(count * count);
  passages.forEach((left, row) => {
    if (left.vector === null) return;
    for (let column = row + 1; column < count; column++) {
      const right = passages[column];
      if (!right?.vector || right.publication === left.publication) continue;
      const similarity = dotProduct(left.vector, right.vector);
      similarities[row * count + column] = similarity;
      similarities[column * count + row] = similarity;
    }
  });
  return similarities;
}

/** Positions of the highest values in a row, its own left out. */
function nearest(row: Float32Array, own: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < row.length; at++) {
    if (at === own) continue;
    const value = row[at] as number;
    if (best.length === neighbours && value <= (row[best[neighbours - 1] as number] as number)) {
      continue;
    }
    let place = best.length;
    while (place > 0 && (row[best[place - 1] as number] as number) < value) place--;
    best.splice(place, 0, at);
    if (best.length > neighbours) best.pop();
  }
  return best;
}
