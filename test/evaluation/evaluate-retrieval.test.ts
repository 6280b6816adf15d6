import { describe, expect, it } from 'vitest';
import { evaluateRetrieval, type RetrievalSet } from '../../src/evaluation/index.ts';
import { ScriptedLibrary, steadyInstruments } from './scripted-library.ts';

const set: RetrievalSet = {
  name: 'small',
  documents: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: '', text: `text of ${id}` })),
  queries: [
    { id: 'q1', text: 'one', relevance: new Map([['a', 1]]) },
    {
      id: 'q2',
      text: 'two',
      relevance: new Map([
        ['b', 2],
        ['c', 1],
        ['d', 0],
      ]),
    },
  ],
};

const measure = (rankings: Record<string, string[]>) => {
  const library = new ScriptedLibrary();
  library.rank = (query) => rankings[query] ?? [];
  return {
    library,
    evaluation: evaluateRetrieval(set, 'hybrid', library, steadyInstruments()),
  };
};

describe('retrieval evaluation', () => {
  it('reports the means over queries under the agreed names', async () => {
    const { library, evaluation } = measure({
      one: ['p:b', 'p:a'],
      two: ['p:b', 'p:d', 'p:c'],
    });
    const { report, queries } = await evaluation;
    // q1: 1/log2(3) = .6309; q2: (2 + 1/2) / (2 + 1/log2(3)) = .9502.
    expect(queries[0]?.['ndcg@10']).toBeCloseTo(0.6309, 4);
    expect(queries[1]?.['ndcg@10']).toBeCloseTo(0.9502, 4);
    expect(report).toEqual({
      dataset: 'small',
      pipeline: 'hybrid',
      documents: 4,
      passages: 8,
      queries: 2,
      'ndcg@10': 0.7906,
      'recall@5': 1,
      'recall@100': 1,
      'mrr@10': 0.75,
      index_seconds: 0.001,
      passages_per_second: 8_000,
      query_ms: { p50: 1, p95: 1, p99: 1 },
      rss_mb: 100,
    });
    expect(queries[1]).toMatchObject({ ranking: ['b', 'd', 'c'], relevant: ['b', 'c'] });
    expect(library.requests).toEqual(
      ['one', 'two'].map((query) => ({
        query,
        pipeline: 'hybrid',
        audiences: ['public', 'members', 'leads', 'staff'],
        limit: 100,
        perPublication: 1,
      })),
    );
  });

  it('ranks a document by its best passage only', async () => {
    const { evaluation } = measure({ one: ['p:b', 'p:b', 'p:b', 'p:a'], two: [] });
    expect((await evaluation).queries[0]?.['ndcg@10']).toBeCloseTo(1 / Math.log2(3), 12);
  });

  it('notices a retriever that is broken', async () => {
    const right = await measure({ one: ['p:a'], two: ['p:b', 'p:c'] }).evaluation;
    const reversed = await measure({
      one: ['p:d', 'p:c', 'p:b', 'p:a'],
      two: ['p:d', 'p:a', 'p:c', 'p:b'],
    }).evaluation;
    const nothing = await measure({}).evaluation;
    expect(right.report['ndcg@10']).toBe(1);
    expect(reversed.report['ndcg@10']).toBeLessThan(0.6);
    expect(nothing.report).toMatchObject({ 'ndcg@10': 0, 'recall@100': 0, 'mrr@10': 0 });
  });
});
