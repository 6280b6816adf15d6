import { type BenchmarkSize, onSyntheticLibrary, type RunSubject } from './run-benchmark.ts';
import type { Finding } from './subject.ts';

export interface QueryRow {
  subject: string;
  /** What it searches by: words, meaning or both. */
  search: string;
  /** Asked; fewer for a subject too slow for all. */
  queries: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** After its queries, MiB; one figure for all of Concord's searches, which share a process. */
  rss_mb: number;
  /** Of the ten nearest by exact search, the share that the vector index finds. */
  'vector_recall@10': number | null;
}

export interface QueryBenchmark {
  passages: number;
  publications: number;
  rows: QueryRow[];
}

/** Measures queries, Concord's and its peers'. */
export function benchmarkQueries(
  size: BenchmarkSize,
  runSubject: RunSubject,
  note: (text: string) => void,
): Promise<QueryBenchmark> {
  return onSyntheticLibrary(size, runSubject, note, async (measure, library) => {
    const ingested = await measure('concord-ingest');
    await measure('langchain-hnswlib-build');
    await measure('sqlite-fts5-build');
    const rows = [
      ...rowsOf('Concord', await measure('concord-query')),
      ...rowsOf('LangChain BM25Retriever', await measure('langchain-bm25')),
      ...rowsOf('LangChain HNSWLib', await measure('langchain-hnswlib')),
      ...rowsOf('LangChain HNSWLib, ef 200', await measure('langchain-hnswlib-thorough')),
      ...rowsOf('LangChain EnsembleRetriever', await measure('langchain-ensemble')),
      ...rowsOf('SQLite FTS5', await measure('sqlite-fts5')),
    ];
    const order = ['lexical', 'semantic', 'hybrid'];
    return {
      passages: ingested.passages ?? 0,
      publications: library.publications,
      rows: rows.sort((one, other) => order.indexOf(one.search) - order.indexOf(other.search)),
    };
  });
}

function rowsOf(subject: string, finding: Finding): QueryRow[] {
  return Object.entries(finding.times ?? {}).map(([search, times]) => ({
    subject,
    search,
    ...times,
    rss_mb: finding.rssMegabytes,
    'vector_recall@10':
      search === 'semantic' && finding.vectorRecall !== undefined
        ? Math.round(finding.vectorRecall * 1e4) / 1e4
        : null,
  }));
}
