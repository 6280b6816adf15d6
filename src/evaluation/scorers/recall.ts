/**
 * Share of the relevant documents that are among the first `depth` of a ranking.
 *
 * @param ranking document ids, best first, each at most once.
 * @param relevance degree by document id; above 0 is relevant.
 * @param depth how many ranks count, from 1.
 * @returns 0..1; 0 when nothing is relevant.
 */
export function recall(
  ranking: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): number {
  const relevant = [...relevance.values()].filter((degree) => degree > 0).length;
  if (relevant === 0) return 0;
  const found = ranking.slice(0, depth).filter((id) => (relevance.get(id) ?? 0) > 0).length;
  return found / relevant;
}
