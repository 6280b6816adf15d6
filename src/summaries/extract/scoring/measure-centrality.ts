/** No statement stands out by more than this many standard deviations. */
const mostDeviations = 3;

/**
 * How much each statement has in common with all others: the mean of its cosine similarities to
 * them (degree centrality, as in G. Erkan and D. Radev, "LexRank", 2004), of vectors of terms weighted by
 * `1 + ln(occurrences)` and `ln(1 + statements / statements with the term)`. Given in standard
 * deviations from the mean of the publication, so that it means the same in an abstract and in a
 * book. The sum of all vectors is made once, so that time grows with the text and not with its square.
 *
 * @param terms of each statement, in order.
 * @returns within ±3; 0 for all where they do not differ.
 */
export function measureCentrality(terms: readonly (readonly string[])[]): number[] {
  const holding = new Map<string, number>();
  for (const own of terms)
    for (const term of new Set(own)) holding.set(term, (holding.get(term) ?? 0) + 1);
  const vectors = terms.map((own) => unitVector(own, holding, terms.length));
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  const others = Math.max(1, terms.length - 1);
  return standardise(
    vectors.map((vector) => {
      let similarity = 0;
      for (const [term, weight] of vector) similarity += weight * ((sum.get(term) ?? 0) - weight);
      return similarity / others;
    }),
  );
}

function unitVector(
  terms: readonly string[],
  holding: ReadonlyMap<string, number>,
  statements: number,
): Map<string, number> {
  const vector = new Map<string, number>();
  for (const term of terms) vector.set(term, (vector.get(term) ?? 0) + 1);
  let squares = 0;
  for (const [term, count] of vector) {
    const weight = (1 + Math.log(count)) * Math.log(1 + statements / (holding.get(term) ?? 1));
    vector.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}

function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance);
  return values.map((value) =>
    deviation < 1e-9
      ? 0
      : Math.max(-mostDeviations, Math.min(mostDeviations, (value - mean) / deviation)),
  );
}
