import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import { libraryOf, type OpenBenchLibrary } from '../bench-library.ts';
import { readEmbedder, readPassages } from '../library-contents.ts';
import { type Finding, residentMegabytes, resultsPerQuery } from '../subject.ts';
import type { SyntheticQuery } from '../synthetic/synthetic-queries.ts';
import { timeQueries } from '../time-queries.ts';
import { measureVectorRecall } from '../vector-recall.ts';

/** Folder in which LangChain's HNSWLib store keeps its files. */
export const hnswlibFolder = 'langchain-hnswlib';

const thoroughBreadth = 200;

/** Embeds the passages with the library's own embedder, builds LangChain's store and saves it. */
export async function buildHnswlib(directory: string, open: OpenBenchLibrary): Promise<Finding> {
  const library = await open(libraryOf(directory));
  const embedder = await readEmbedder(library.indexStore);
  const passages = await readPassages(library.indexStore);
  await library.close();
  const folder = join(directory, hnswlibFolder);
  await rm(folder, { recursive: true, force: true });

  const documents = passages.map(
    ({ id, text }) => new Document({ pageContent: text, metadata: { id } }),
  );
  const started = performance.now();
  const store = await HNSWLib.fromDocuments(documents, embedder);
  await store.save(folder);
  const indexSeconds = (performance.now() - started) / 1_000;
  return { indexSeconds, passages: documents.length, rssMegabytes: residentMegabytes() };
}

/** Loads the saved store, times queries and compares what it finds with exact search. */
export function queryHnswlib(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  return query(directory, open, queries, null);
}

/**
 * The same with a wider search than hnswlib's default (ten candidates), which the store has no option
 * for but its index does: what it costs to find nearly all of the nearest.
 */
export function queryHnswlibThoroughly(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  return query(directory, open, queries, thoroughBreadth);
}

async function query(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
  breadth: number | null,
): Promise<Finding> {
  const library = await open(libraryOf(directory));
  try {
    const started = performance.now();
    const embedder = await readEmbedder(library.indexStore);
    const store = await HNSWLib.load(join(directory, hnswlibFolder), embedder);
    if (breadth !== null) store.index.setEf(breadth);
    const search = (text: string) => store.similaritySearchWithScore(text, resultsPerQuery);
    await search(queries[0]?.text ?? '');
    const startMs = performance.now() - started;

    const times = { semantic: await timeQueries(queries, search) };
    const rssMegabytes = residentMegabytes();
    const vectorRecall = await measureVectorRecall(library.indexStore, queries, async (text) =>
      // What it calls a score is a cosine distance.
      (await search(text)).map(([, distance]) => 1 - distance),
    );
    return { startMs, times, rssMegabytes, vectorRecall };
  } finally {
    await library.close();
  }
}
