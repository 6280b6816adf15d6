/** Overlap with a reference, 0..1: harmonic means (F1) of precision and recall. */
export interface RougeScores {
  /** Of words. */
  rouge1: number;
  /** Of pairs of neighbouring words. */
  rouge2: number;
  /** Of the longest common subsequence of words of the whole texts. */
  rougeL: number;
}

/**
 * ROUGE (C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries", 2004) against the
 * reference that is nearest by ROUGE-1, the first of equals, as SciTLDR's authors measure: all three
 * scores are of that one reference.
 *
 * @param summary words, see `rougeWords`.
 * @param references words of each; at least one.
 */
export function rouge(
  summary: readonly string[],
  references: readonly (readonly string[])[],
): RougeScores {
  let best: RougeScores | null = null;
  for (const reference of references) {
    const rouge1 = overlapOfRuns(summary, reference, 1);
    if (best !== null && rouge1 <= best.rouge1) continue;
    const rouge2 = overlapOfRuns(summary, reference, 2);
    const common = commonSubsequence(summary, reference);
    best = { rouge1, rouge2, rougeL: harmonicMean(common, summary.length, reference.length) };
  }
  return best ?? { rouge1: 0, rouge2: 0, rougeL: 0 };
}

/** ROUGE-N: a run that occurs several times counts as often as in the text that has it less often. */
function overlapOfRuns(one: readonly string[], other: readonly string[], length: number): number {
  const [left, right] = [countRuns(one, length), countRuns(other, length)];
  let shared = 0;
  for (const [run, count] of left.counts) shared += Math.min(count, right.counts.get(run) ?? 0);
  return harmonicMean(shared, left.total, right.total);
}

function countRuns(
  words: readonly string[],
  length: number,
): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>();
  const total = Math.max(0, words.length - length + 1);
  for (let start = 0; start < total; start += 1) {
    const run = words.slice(start, start + length).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return { counts, total };
}

/** Length of the longest sequence of words that both hold in the same order, gaps allowed. */
function commonSubsequence(one: readonly string[], other: readonly string[]): number {
  let previous = new Uint32Array(other.length + 1);
  let current = new Uint32Array(other.length + 1);
  for (const word of one) {
    for (const [index, against] of other.entries()) {
      current[index + 1] =
        word === against
          ? (previous[index] ?? 0) + 1
          : Math.max(previous[index + 1] ?? 0, current[index] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous.at(-1) ?? 0;
}

/** Of `shared / one` and `shared / other`; 0 where nothing is shared. */
function harmonicMean(shared: number, one: number, other: number): number {
  return shared === 0 ? 0 : (2 * shared) / (one + other);
}
