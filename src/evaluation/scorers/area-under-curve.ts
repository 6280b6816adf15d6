/** A score with the truth it should tell. */
export interface LabelledScore {
  score: number;
  /** Whether a high score is right here. */
  positive: boolean;
}

/**
 * Area under the receiver operating characteristic: how probable it is that a random positive has a
 * higher score than a random negative, ties counting one half. Computed from mid-ranks (the
 * Mann-Whitney U statistic; Hanley and McNeil, Radiology 143(1), 1982).
 *
 * @returns 0..1; null when positives or negatives are missing, for which it is not defined.
 * @throws {RangeError} when a score is not a number.
 */
export function areaUnderCurve(scores: readonly LabelledScore[]): number | null {
  if (scores.some(({ score }) => Number.isNaN(score))) throw new RangeError('a score is NaN');
  const sorted = [...scores].sort((one, other) => one.score - other.score);
  const positives = sorted.filter((item) => item.positive).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return null;

  let positiveRanks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let positivesHere = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      if (sorted[end]?.positive) positivesHere += 1;
      end += 1;
    }
    const midRank = (start + 1 + end) / 2;
    positiveRanks += positivesHere * midRank;
    start = end;
  }
  return (positiveRanks - (positives * (positives + 1)) / 2) / (positives * negatives);
}
