import { describe, expect, test } from 'vitest';
import { measureSignals } from '../../src/retrieval/measure-signals.ts';
import type { Ranking } from '../../src/retrieval/rank-candidates.ts';

const visibility = { passages: 60 };
const vectorAt = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

function rank(keys: readonly number[], scores: readonly number[] = []): Ranking {
  return {
    ranked: keys.map((key) => ({ key, score: 1, lexicalScore: null, semanticSimilarity: null })),
    byWords: scores.map((score, key) => ({ key, score })),
    bySubject: [],
    lexicalSpread: { mean: 0, deviation: 1 },
    semanticSpread: { mean: 0, deviation: 1 },
    perfectLexicalScore: 20,
    coverage: 1,
  };
}

const table = { entryNumber: (key: number) => key };
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('the lead of the best lexical score', () => {
  test('is taken over the following, as a share of the perfect score', () => {
    const signals = measureSignals(rank([], [10, 6, 4]), visibility, { table, vectors: null });
    expect(signals).toEqual({
      searched: 60,
      lexicalCompleteness: 0.5,
      lexicalLead: (10 - 5) / 20,
      cohesionLead: 0,
    });
  });

  test('ends with rank 20', () => {
    const scores = [10, ...new Array<number>(19).fill(4), ...new Array<number>(40).fill(0)];
    const signals = measureSignals(rank([], scores), visibility, { table, vectors: null });
    expect(signals.lexicalLead).toBeCloseTo((10 - 4) / 20);
  });

  test('is the score itself where nothing follows, and nothing where nothing is found', () => {
    const sources = { table, vectors: null };
    expect(measureSignals(rank([], [10]), visibility, sources).lexicalLead).toBe(0.5);
    expect(measureSignals(rank([]), visibility, sources).lexicalLead).toBe(0);
  });
});

describe('the lead in cohesion', () => {
  test('is the likeness of the first ten less that of the next forty', () => {
    // The first ten point the same way; those after them in turn two ways, 90 degrees apart.
    const vectors = { vector: (key: number) => vectorAt(key < 10 ? 30 : (key % 2) * 90) };
    const { cohesionLead } = measureSignals(rank(numbers(50)), visibility, { table, vectors });
    // Of 40 · 39 / 2 pairs, 2 · (20 · 19 / 2) point the same way.
    expect(cohesionLead).toBeCloseTo(1 - 380 / 780);
  });

  test('passes over passages of one publication and those without a vector', () => {
    // Of the first ten, only 0 and 1 are of different publications and have vectors, 60 degrees
    // apart; the two that follow are 90 degrees apart.
    const publications = { entryNumber: (key: number) => (key < 9 && key !== 1 ? 0 : key) };
    const vectors = {
      vector: (key: number) =>
        key > 1 && key < 10 ? null : vectorAt([0, 60][key] ?? (key % 2) * 90),
    };
    const signals = measureSignals(rank(numbers(12)), visibility, { table: publications, vectors });
    expect(signals.cohesionLead).toBeCloseTo(0.5);
  });

  test.each([1, 10, 11])('is 0 for %i passages, which leave nothing to compare', (count) => {
    const vectors = { vector: () => vectorAt(0) };
    const signals = measureSignals(rank(numbers(count)), visibility, { table, vectors });
    expect(signals.cohesionLead).toBe(0);
  });
});
