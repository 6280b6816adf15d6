import type { RetrievedPassage } from '../../retrieval/index.ts';

/**
 * Passages of several searches as one list, in which the first of each search come before the second
 * of any, so that each search is represented however much of the list there is room for. A passage
 * that several found stands where it was found first.
 *
 * @param searches - Each best first.
 */
export function mergeByRank(
  searches: readonly (readonly RetrievedPassage[])[],
): RetrievedPassage[] {
  const merged = new Map<number, RetrievedPassage>();
  const longest = Math.max(0, ...searches.map(({ length }) => length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const search of searches) {
      const retrieved = search[rank];
      if (retrieved === undefined || merged.has(retrieved.passage.id)) continue;
      merged.set(retrieved.passage.id, retrieved);
    }
  }
  return [...merged.values()];
}
