import { join } from 'node:path';
import type { EvaluationLibrary } from '../evaluation/index.ts';
import type { IndexStore, RetrievalEngine } from '../retrieval/index.ts';

/** The library under measurement, with its parts within reach. */
export interface BenchLibrary extends Pick<EvaluationLibrary, 'ingest' | 'retriever' | 'close'> {
  readonly engine: RetrievalEngine;
  readonly indexStore: IndexStore;
}

/** Opens the library kept in a folder, creating it when there is none. */
export type OpenBenchLibrary = (directory: string) => Promise<BenchLibrary>;

/** Where a benchmark keeps the library, within its folder. */
export function libraryOf(benchmark: string): string {
  return join(benchmark, 'library');
}

/** Where that library keeps the files that only make its start quick. */
export function indexCacheOf(benchmark: string): string {
  return join(libraryOf(benchmark), 'index');
}
