import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { registerBench } from '../../src/commands/bench.ts';
import { runCommand } from '../evaluation/run-command.ts';

const run = promisify(execFile);
const concord = (...parameters: string[]) =>
  run(process.execPath, ['src/cli.ts', 'bench', ...parameters]);

interface Row extends Record<string, unknown> {
  subject: string;
  search: string;
}

async function rowsOf(benchmark: string): Promise<{ passages: number; rows: Row[] }> {
  const { stdout, stderr } = await concord(
    benchmark,
    '--passages',
    '150',
    '--queries',
    '30',
    '--json',
  );
  expect(stderr).toContain('Measuring concord-ingest');
  const report = JSON.parse(stdout) as {
    benchmark: string;
    runs: { passages: number; rows: Row[] }[];
  };
  expect(report.benchmark).toBe(benchmark);
  expect(report.runs).toHaveLength(1);
  return report.runs[0] ?? { passages: 0, rows: [] };
}

describe('bench command', () => {
  it('measures indexing and starting, Concord next to its peers', async () => {
    const { passages, rows } = await rowsOf('index');
    expect(passages).toBeGreaterThanOrEqual(150);
    expect(passages).toBeLessThan(250);
    expect(rows.map((row) => row.subject)).toEqual([
      'Concord',
      'Concord, indexes only',
      'LangChain HNSWLib',
      'SQLite FTS5',
    ]);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        'subject',
        'includes',
        'passages_per_second',
        'index_seconds',
        'index_rss_mb',
        'start_ms',
        'start_without_cache_ms',
        'start_rss_mb',
      ]);
      const perSecond = passages / Number(row.index_seconds);
      expect(Number(row.passages_per_second) / perSecond).toBeCloseTo(1, 0);
      if (row.subject === 'Concord, indexes only') expect(row.start_ms).toBeNull();
      else expect(row.start_ms).toBeGreaterThan(0);
      expect(row.index_rss_mb).toBeGreaterThan(20);
    }
    expect(rows[0]?.start_without_cache_ms).toBeGreaterThan(0);
  }, 120_000);

  it('measures queries by words, by meaning and by both', async () => {
    const { rows } = await rowsOf('query');
    expect(rows.map((row) => `${row.search}: ${row.subject}`)).toEqual([
      'lexical: Concord',
      'lexical: LangChain BM25Retriever',
      'lexical: SQLite FTS5',
      'semantic: Concord',
      'semantic: LangChain HNSWLib',
      'semantic: LangChain HNSWLib, ef 200',
      'hybrid: Concord',
      'hybrid: LangChain EnsembleRetriever',
    ]);
    for (const row of rows) {
      expect(row.queries).toBe(30);
      expect(row.p50).toBeGreaterThan(0);
      expect(row.p95).toBeGreaterThanOrEqual(Number(row.p50));
      expect(row.p99).toBeGreaterThanOrEqual(Number(row.p95));
    }
    const semantic = rows.filter((row) => row.search === 'semantic');
    // So few passages are searched exactly.
    expect(semantic[0]?.['vector_recall@10']).toBe(1);
    expect(semantic[1]?.['vector_recall@10']).toBeGreaterThan(0.8);
    expect(semantic[2]?.['vector_recall@10']).toBeGreaterThan(0.99);
  }, 120_000);

  it.each(['0', '99', '1e9x', '500,', '-5'])('rejects %s as a size', async (size) => {
    await expect(runCommand(registerBench, 'bench', 'index', `--passages=${size}`)).rejects.toThrow(
      /--passages <numbers>/,
    );
  });
});
