/**
 * nDCG@k as trec_eval's `ndcg_cut` computes it: the gain is the degree of relevance itself (linear,
 * not 2^degree - 1), the discount is log2(rank + 1), degrees below zero count as zero and the ideal
 * ranking is over all judged documents, not only the retrieved ones.
 *
 * Source: https://github.com/usnistgov/trec_eval, m_ndcg_cut.c; Järvelin and Kekäläinen,
 * "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002.
 *
 * @param ranking document ids, best first, each at most once.
 * @param relevance degree by document id; documents not in it have degree 0.
 * @param depth how many ranks count, from 1.
 * @returns 0..1; 0 when nothing is relevant.
 */
export function normalizedDiscountedCumulativeGain(
  ranking: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): number {
  const gains = ranking.slice(0, depth).map((id) => Math.max(0, relevance.get(id) ?? 0));
  const ideal = [...relevance.values()]
    .map((degree) => Math.max(0, degree))
    .sort((one, other) => other - one)
    .slice(0, depth);
  const best = discountedCumulativeGain(ideal);
  return best === 0 ? 0 : discountedCumulativeGain(gains) / best;
}

function discountedCumulativeGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
