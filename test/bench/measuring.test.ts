import { describe, expect, it } from 'vitest';
import { timeQueries } from '../../src/bench/time-queries.ts';
import { nearestByScan, recallAgainstScan } from '../../src/bench/vector-recall.ts';

const query = { kind: 'keywords', text: 'words' } as const;

describe('query times', () => {
  it('take each query once, after a warm-up that does not count', async () => {
    let now = 0;
    let asked = 0;
    const durations = [50, 40, 30, 1, 2, 3, 4];
    const queries = Array.from({ length: 4 }, () => query);
    const times = await timeQueries(
      queries,
      async () => {
        now += durations[asked] ?? 0;
        asked += 1;
      },
      () => now,
    );
    expect(asked).toBe(7);
    expect(times).toEqual({ queries: 4, p50: 2, p95: 4, p99: 4 });
  });

  it('are cut short, but not below nine, for whoever is too slow', async () => {
    let now = 0;
    const queries = Array.from({ length: 300 }, () => query);
    const slow = (duration: number) =>
      timeQueries(
        queries,
        async () => {
          now += duration;
        },
        () => now,
      );
    expect((await slow(20_000)).queries).toBe(9);
    expect((await slow(1_000)).queries).toBe(46);
    expect((await slow(100)).queries).toBe(300);
  });
});

describe('recall against exact search', () => {
  const vectors = [
    [1, 0],
    [0.8, 0.6],
    [0, 1],
    [-1, 0],
  ].map((values, index) => ({ passageId: index + 1, vector: Float32Array.from(values) }));
  const store = {
    vectorsAfter: async (_: string, after: number, limit: number) =>
      vectors.filter(({ passageId }) => passageId > after).slice(0, limit),
  };

  it('knows how near the nearest are', async () => {
    const queries = [
      [1, 0],
      [0, 1],
    ].map((values) => Float32Array.from(values));
    const needed = await nearestByScan(store, 'embedder', queries, 2);
    expect(needed[0]).toBeCloseTo(0.8, 6);
    expect(needed[1]).toBeCloseTo(0.6, 6);
    const all = await nearestByScan(store, 'embedder', queries, 4);
    expect(all[0]).toBeCloseTo(-1, 6);
  });

  it('counts what was found of them, whatever its order among equals', () => {
    expect(recallAgainstScan([[1, 0.8]], [0.8], 2)).toBe(1);
    expect(recallAgainstScan([[1, 0.5]], [0.8], 2)).toBe(0.5);
    expect(recallAgainstScan([[1, 0.5], []], [0.8, 0.8], 2)).toBe(0.25);
    expect(recallAgainstScan([[0.8, 0.8, 0.8]], [0.8], 2)).toBe(1);
  });
});
