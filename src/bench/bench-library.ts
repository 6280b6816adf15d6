import { join } from 'node:path';
import type { EvaluationLibrary } from '../evaluation/index.ts';
import type { IndexStore, RetrievalEngine } from '../retrieval/index.ts';

/** The library under measurement, with its parts within reach. */
export interface BenchLibrary extends Pick<EvaluationLibrary, 'ingest' | 'retriever' | 'close'> {
  readonly engine: RetrievalEngine;
  readonly indexStore: IndexStore;
}

/** Opens the library kept in a folder, with its index cache in another. */
export type OpenBenchLibrary = (folders: {
  directory: string;
  cacheDirectory: string;
}) => Promise<BenchLibrary>;

/** Where the library is kept in a benchmark's folder. */
export function libraryFoldersOf(benchmark: string): { directory: string; cacheDirectory: string } {
  return { directory: join(benchmark, 'library'), cacheDirectory: join(benchmark, 'cache') };
}
