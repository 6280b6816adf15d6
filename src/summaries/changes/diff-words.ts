import type { DiffWord } from './read-words.ts';

/** A run of words that two statements do not have in common. */
export interface Replacement {
  /** Of the earlier one, in reading order; empty where the later one adds something. */
  before: readonly DiffWord[];
  after: readonly DiffWord[];
  /** Where the run begins in either. */
  beforeAt: number;
  afterAt: number;
}

/** The least that has to be replaced to turn one sequence of words into the other. */
export function diffWords(earlier: readonly DiffWord[], later: readonly DiffWord[]): Replacement[] {
  const common = commonLengths(earlier, later);
  const width = later.length + 1;
  const found: Replacement[] = [];
  let [one, other] = [0, 0];
  let [beforeAt, afterAt] = [0, 0];
  const close = (): void => {
    if (one === beforeAt && other === afterAt) return;
    found.push({
      before: earlier.slice(beforeAt, one),
      after: later.slice(afterAt, other),
      beforeAt,
      afterAt,
    });
  };
  while (one < earlier.length || other < later.length) {
    if (earlier[one] !== undefined && earlier[one]?.plain === later[other]?.plain) {
      close();
      one += 1;
      other += 1;
      [beforeAt, afterAt] = [one, other];
      continue;
    }
    const skipEarlier = common[(one + 1) * width + other] ?? -1;
    const skipLater = common[one * width + other + 1] ?? -1;
    if (other >= later.length || (one < earlier.length && skipEarlier >= skipLater)) one += 1;
    else other += 1;
  }
  close();
  return found;
}

/** Longest common subsequence of every pair of ends, row by row. */
function commonLengths(earlier: readonly DiffWord[], later: readonly DiffWord[]): Uint16Array {
  const width = later.length + 1;
  const lengths = new Uint16Array((earlier.length + 1) * width);
  for (let one = earlier.length - 1; one >= 0; one--) {
    for (let other = later.length - 1; other >= 0; other--) {
      lengths[one * width + other] =
        earlier[one]?.plain === later[other]?.plain
          ? (lengths[(one + 1) * width + other + 1] ?? 0) + 1
          : Math.max(
              lengths[(one + 1) * width + other] ?? 0,
              lengths[one * width + other + 1] ?? 0,
            );
    }
  }
  return lengths;
}
