import { join } from 'node:path';
import { audienceRanks } from '../../people/index.ts';
import type { Pipeline, RetrievedPassage } from '../../retrieval/index.ts';
import { type BenchLibrary, libraryOf, type OpenBenchLibrary } from '../bench-library.ts';
import { type Finding, residentMegabytes, resultsPerQuery } from '../subject.ts';
import type { SyntheticQuery } from '../synthetic/synthetic-queries.ts';
import { timeQueries } from '../time-queries.ts';
import { measureVectorRecall } from '../vector-recall.ts';

/** Ingests the synthetic text files, as `concord ingest` does, index cache included. */
export async function ingestWithConcord(
  directory: string,
  open: OpenBenchLibrary,
): Promise<Finding> {
  const library = await open(libraryOf(directory));
  try {
    const started = performance.now();
    const { passages } = await library.ingest(join(directory, 'texts'));
    const indexSeconds = (performance.now() - started) / 1_000;
    return { indexSeconds, passages, rssMegabytes: residentMegabytes() };
  } finally {
    await library.close();
  }
}

/**
 * Makes both indexes of passages that are in the database, with the embedder fitted before: what
 * vector stores start from. The folder must have no index cache.
 */
export async function indexWithConcord(
  directory: string,
  open: OpenBenchLibrary,
): Promise<Finding> {
  const library = await open(libraryOf(directory));
  try {
    const ids = await library.indexStore.passageIds();
    await library.indexStore.removeVectors(ids);
    const started = performance.now();
    await library.engine.refresh();
    await library.engine.embedMissing();
    await library.engine.saveCache();
    const indexSeconds = (performance.now() - started) / 1_000;
    return { indexSeconds, passages: ids.length, rssMegabytes: residentMegabytes() };
  } finally {
    await library.close();
  }
}

/** Opens the library and answers one query with both indexes. */
export async function startConcord(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  const started = performance.now();
  const library = await open(libraryOf(directory));
  try {
    await library.engine.refresh();
    await search(library, queries[0]?.text ?? '', 'hybrid');
    const startMs = performance.now() - started;
    return { startMs, rssMegabytes: residentMegabytes() };
  } finally {
    await library.close();
  }
}

/** Times queries of all three pipelines and compares the vector index with exact search. */
export async function queryConcord(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  const library = await open(libraryOf(directory));
  try {
    await library.engine.refresh();
    const times = {
      lexical: await timeQueries(queries, (text) => search(library, text, 'lexical')),
      semantic: await timeQueries(queries, (text) => search(library, text, 'semantic')),
      hybrid: await timeQueries(queries, (text) => search(library, text, 'hybrid')),
    };
    const rssMegabytes = residentMegabytes();
    const vectorRecall = await measureVectorRecall(library.indexStore, queries, async (text) => {
      const nearest = await search(library, text, 'semantic');
      return nearest.map((passage) => passage.semanticSimilarity ?? -1);
    });
    return { times, rssMegabytes, vectorRecall };
  } finally {
    await library.close();
  }
}

async function search(
  library: BenchLibrary,
  query: string,
  pipeline: Pipeline,
): Promise<RetrievedPassage[]> {
  const { passages } = await library.retriever.retrieve({
    query,
    pipeline,
    audiences: audienceRanks,
    limit: resultsPerQuery,
    perPublication: resultsPerQuery,
  });
  return passages;
}
