import { rm } from 'node:fs/promises';
import { indexCacheOf } from './bench-library.ts';
import { type BenchmarkSize, onSyntheticLibrary, type RunSubject } from './run-benchmark.ts';
import type { Finding } from './subject.ts';

export interface IndexRow {
  subject: string;
  /** What its indexing takes in. */
  includes: string;
  passages_per_second: number | null;
  index_seconds: number | null;
  /** After indexing, MiB. */
  index_rss_mb: number;
  /** From what is on disk to the first query answered. */
  start_ms: number | null;
  /** The same with the index cache deleted. */
  start_without_cache_ms: number | null;
  /** After the start and one query, MiB. */
  start_rss_mb: number | null;
}

export interface IndexBenchmark {
  passages: number;
  publications: number;
  rows: IndexRow[];
}

/** Measures indexing and starting, Concord's and its peers'. */
export function benchmarkIndex(
  size: BenchmarkSize,
  runSubject: RunSubject,
  note: (text: string) => void,
): Promise<IndexBenchmark> {
  return onSyntheticLibrary(size, runSubject, note, async (measure, library) => {
    const ingested = await measure('concord-ingest');
    const started = await measure('concord-start');
    await rm(indexCacheOf(library.directory), { recursive: true, force: true });
    const startedAnew = await measure('concord-start');
    const indexed = await measure('concord-index');
    const hnswlib = await measure('langchain-hnswlib-build');
    const hnswlibStarted = await measure('langchain-hnswlib');
    const fts5 = await measure('sqlite-fts5-build');
    const fts5Started = await measure('sqlite-fts5');
    return {
      passages: ingested.passages ?? 0,
      publications: library.publications,
      rows: [
        {
          subject: 'Concord',
          includes: 'files read, split, database, embedder fitted, both indexes, cache',
          ...indexFigures(ingested, started),
          start_without_cache_ms: rounded(startedAnew.startMs),
        },
        {
          subject: 'Concord, indexes only',
          includes: 'passages embedded, vectors in the database, both indexes, cache',
          ...indexFigures(indexed, null),
        },
        {
          subject: 'LangChain HNSWLib',
          includes: 'passages embedded, vector index, saved',
          ...indexFigures(hnswlib, hnswlibStarted),
        },
        {
          subject: 'SQLite FTS5',
          includes: 'passages in a lexical index, saved',
          ...indexFigures(fts5, fts5Started),
        },
      ],
    };
  });
}

function indexFigures(
  built: Finding,
  started: Finding | null,
): Omit<IndexRow, 'subject' | 'includes'> {
  const { passages, indexSeconds } = built;
  return {
    passages_per_second:
      passages === undefined || indexSeconds === undefined
        ? null
        : Math.round(passages / indexSeconds),
    index_seconds: indexSeconds === undefined ? null : Math.round(indexSeconds * 1e3) / 1e3,
    index_rss_mb: built.rssMegabytes,
    start_ms: rounded(started?.startMs),
    start_without_cache_ms: null,
    start_rss_mb: started?.rssMegabytes ?? null,
  };
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 10) / 10;
}
