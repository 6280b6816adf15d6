/** How texts are cut into terms, and how rare each term is in the library. */
export interface TermStatistics {
  /** Terms of a text in reading order, as the indexes count them. */
  terms(text: string): string[];
  /** How many passages there are. */
  passages: number;
  /** In how many passages a term occurs; 0 for an unknown term. */
  passagesWith(term: string): number;
}

/**
 * How much a term tells: Robertson and Spärck Jones's inverse frequency in the always positive form
 * used with BM25, `ln(1 + (N - n + .5) / (n + .5))`.
 */
export function informationOf(term: string, statistics: TermStatistics): number {
  const holding = Math.min(statistics.passagesWith(term), statistics.passages);
  return Math.log(1 + (statistics.passages - holding + 0.5) / (holding + 0.5));
}

/** Information of a term that a single passage of so many holds; more than 0. */
export function largestInformation(passages: number): number {
  return Math.log(1 + (Math.max(passages, 2) - 0.5) / 1.5);
}

/** Term statistics of texts at hand, for when no index holds them. */
export function countTerms(
  texts: Iterable<string>,
  terms: (text: string) => string[],
): TermStatistics {
  const counts = new Map<string, number>();
  let passages = 0;
  for (const text of texts) {
    passages += 1;
    for (const term of new Set(terms(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { terms, passages, passagesWith: (term) => counts.get(term) ?? 0 };
}
