/**
 * One over the rank of the first relevant document, 0 when none is among the first `depth`. Its mean
 * over queries is MRR@depth.
 *
 * @param ranking document ids, best first.
 * @param relevance degree by document id; above 0 is relevant.
 * @param depth how many ranks count, from 1.
 */
export function reciprocalRank(
  ranking: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): number {
  const index = ranking.slice(0, depth).findIndex((id) => (relevance.get(id) ?? 0) > 0);
  return index === -1 ? 0 : 1 / (index + 1);
}
