import type { IndexBenchmark } from './index-benchmark.ts';
import type { QueryBenchmark } from './query-benchmark.ts';

/** Indexing and starting as a table for people. */
export function describeIndexBenchmark({ passages, publications, rows }: IndexBenchmark): string {
  const header = [
    'indexing and starting',
    'passages/s',
    'seconds',
    'MiB',
    'start ms',
    'without cache',
    'MiB',
  ];
  const body = rows.map((row) => [
    row.subject,
    row.passages_per_second,
    row.index_seconds,
    row.index_rss_mb,
    row.start_ms,
    row.start_without_cache_ms,
    row.start_rss_mb,
  ]);
  const notes = rows.map((row) => `  ${row.subject}: ${row.includes}`);
  return [titleOf(passages, publications), table([header, ...body]), ...notes].join('\n');
}

/** Queries as a table for people. */
export function describeQueryBenchmark({ passages, publications, rows }: QueryBenchmark): string {
  const header = ['query', '', 'queries', 'p50 ms', 'p95 ms', 'p99 ms', 'MiB', 'recall@10'];
  const body = rows.map((row) => [
    row.search,
    row.subject,
    row.queries,
    row.p50,
    row.p95,
    row.p99,
    row.rss_mb,
    row['vector_recall@10'],
  ]);
  const most = Math.max(...rows.map((row) => row.queries));
  const notes = [
    '  recall@10: of the ten nearest by exact search, the share that the vector index finds',
    ...(rows.some((row) => row.queries < most)
      ? [`  Subjects with fewer than ${most} queries are too slow for all of them.`]
      : []),
  ];
  return [titleOf(passages, publications), table([header, ...body]), ...notes].join('\n');
}

function titleOf(passages: number, publications: number): string {
  const counts = [passages, publications].map((count) => count.toLocaleString('en'));
  return `${counts[0]} passages of ${counts[1]} publications`;
}

/** Names to the left, figures to the right. */
export function table(rows: readonly (readonly (string | number | null)[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))));
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => (row[column] ?? '').length)),
  );
  const isName = (column: number): boolean =>
    rows.every((row) => typeof row[column] === 'string' || row[column] === undefined);
  return texts
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isName(column) ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
