import type { IndexStore } from '../retrieval/index.ts';
import { readEmbedder } from './library-contents.ts';
import { resultsPerQuery } from './subject.ts';
import type { SyntheticQuery } from './synthetic/synthetic-queries.ts';

const vectorsPerPage = 2_000;
/** How many queries are compared with exact search, which takes its time on a large library. */
const scannedQueries = 100;
/** Two similarities closer than this are one: float32 sums differ by the order of their terms. */
const tolerance = 1e-5;

/**
 * Share of the nearest vectors, by exact search, that an approximate search finds.
 *
 * @param search similarities of what it finds.
 */
export async function measureVectorRecall(
  store: IndexStore,
  queries: readonly SyntheticQuery[],
  search: (query: string) => Promise<number[]>,
): Promise<number> {
  const embedder = await readEmbedder(store);
  const vectors: Float32Array[] = [];
  const found: number[][] = [];
  for (const { text } of queries.slice(0, scannedQueries)) {
    const vector = Float32Array.from(await embedder.embedQuery(text));
    // Nothing is near the zero vector of a text without any known word.
    if (vector.every((value) => value === 0)) continue;
    vectors.push(vector);
    found.push(await search(text));
  }
  const needed = await nearestByScan(store, embedder.id, vectors, resultsPerQuery);
  return recallAgainstScan(found, needed, resultsPerQuery);
}

/**
 * The similarity that a vector needs to belong to the `depth` nearest of each query: the exact
 * answer, found by comparing every query with every stored vector.
 */
export async function nearestByScan(
  store: Pick<IndexStore, 'vectorsAfter'>,
  embedderId: string,
  queries: readonly Float32Array[],
  depth: number,
): Promise<number[]> {
  const nearest = queries.map(() => [] as number[]);
  let after = 0;
  for (;;) {
    const page = await store.vectorsAfter(embedderId, after, vectorsPerPage);
    for (const [index, query] of queries.entries()) {
      const best = nearest[index] ?? [];
      for (const { vector } of page) {
        const similarity = product(query, vector);
        if (best.length === depth && similarity <= (best[depth - 1] ?? 0)) continue;
        best.splice(best.findLastIndex((one) => one >= similarity) + 1, 0, similarity);
        if (best.length > depth) best.pop();
      }
    }
    after = page.at(-1)?.passageId ?? after;
    if (page.length < vectorsPerPage) break;
  }
  return nearest.map((best) => best.at(-1) ?? -1);
}

/**
 * Share of the nearest that a search found, over all queries.
 *
 * @param found similarities of what was found, a list for each query.
 * @param needed what `nearestByScan` gave for the same queries.
 */
export function recallAgainstScan(
  found: readonly (readonly number[])[],
  needed: readonly number[],
  depth: number,
): number {
  const hits = found.map((similarities, index) => {
    const near = similarities.filter((one) => one >= (needed[index] ?? -1) - tolerance).length;
    return Math.min(near, depth) / depth;
  });
  return hits.reduce((sum, share) => sum + share, 0) / Math.max(1, hits.length);
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
