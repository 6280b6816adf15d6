import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotProduct } from '../../src/retrieval/arrays/dot-product.ts';
import { createRandomNumbers } from '../../src/retrieval/semantic/random-numbers.ts';
import { toUnitLength } from '../../src/retrieval/semantic/unit-length.ts';
import type { VectorIndex } from '../../src/retrieval/semantic/vector-index.ts';

export const contractDimensions = 8;
const everything = (): boolean => true;

export function randomUnitVectors(count: number, seed: number, dimensions = contractDimensions) {
  const random = createRandomNumbers(seed);
  return Array.from({ length: count }, () =>
    toUnitLength(Float32Array.from({ length: dimensions }, () => random() - 0.5)),
  );
}

/** What every vector index must do. `settle` lets the index finish what it has put off. */
export function describeVectorIndex(
  create: () => VectorIndex,
  settle: (index: VectorIndex) => Promise<void>,
): void {
  const vectors = randomUnitVectors(200, 7);
  const keyed = vectors.map((vector, key) => ({ key, vector }));

  test('finds the nearest, nearest first, by similarity', async () => {
    const index = create();
    index.upsert(keyed);
    await settle(index);
    for (const [key, vector] of vectors.slice(0, 20).entries()) {
      const found = index.search(vector, 5, everything);
      expect(found[0]?.key).toBe(key);
      expect(found[0]?.score).toBeCloseTo(1, 5);
      const exact = vectors
        .map((other) => dotProduct(vector, other))
        .sort((a, b) => b - a)
        .slice(0, 5);
      for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(exact[at] ?? 0, 5);
    }
  });

  test('never returns what is not accepted, however few are', async () => {
    const index = create();
    index.upsert(keyed);
    await settle(index);
    for (const modulus of [2, 3, 50, 199]) {
      const accepts = (key: number): boolean => key % modulus === 0;
      const found = index.search(vectors[1] ?? new Float32Array(8), 30, accepts);
      expect(found.every(({ key }) => accepts(key))).toBe(true);
      expect(found).toHaveLength(Math.min(30, keyed.filter(({ key }) => accepts(key)).length));
    }
    expect(index.search(vectors[1] ?? new Float32Array(8), 10, () => false)).toEqual([]);
  });

  test('tells vectors and their spread', async () => {
    const index = create();
    index.upsert(keyed);
    const [first = new Float32Array(8)] = vectors;
    expect([...(index.vector(3) ?? [])]).toEqual([...(vectors[3] ?? [])]);
    expect(index.vector(500)).toBeNull();
    const all = vectors.map((vector) => dotProduct(first, vector));
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(index.spread(first).mean).toBeCloseTo(mean, 5);
  });

  test('refuses vectors of another length', () => {
    expect(() => create().upsert([{ key: 0, vector: new Float32Array(3) }])).toThrow(RangeError);
    expect(() => create().search(new Float32Array(3), 1, everything)).toThrow(RangeError);
  });

  test('forgets the vectors of keys that were changed together', async () => {
    const index = create();
    const [before = new Float32Array(8), after = new Float32Array(8)] = vectors;
    index.upsert([0, 6].map((key) => ({ key, vector: before })));
    await settle(index);
    index.upsert([6, 0].map((key) => ({ key, vector: after })));
    await settle(index);
    const found = index.search(before, 10, everything);
    expect(found.map(({ key }) => key)).toEqual([0, 6]);
    for (const { score } of found) expect(score).toBeCloseTo(dotProduct(before, after), 5);
  });

  test('behaves like a plain list of vectors under any sequence of changes', async () => {
    const change = fc.record({
      kind: fc.constantFrom('put' as const, 'put' as const, 'remove' as const, 'settle' as const),
      key: fc.nat(15),
      vector: fc.nat(vectors.length - 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 60 }), async (changes) => {
        const index = create();
        const reference = new Map<number, Float32Array>();
        for (const { kind, key, vector: number } of changes) {
          const vector = vectors[number] ?? new Float32Array(contractDimensions);
          if (kind === 'settle') await settle(index);
          else if (kind === 'put') {
            index.upsert([{ key, vector }]);
            reference.set(key, vector);
          } else {
            index.remove([key]);
            reference.delete(key);
          }
        }
        const [query = new Float32Array(contractDimensions)] = vectors;
        const found = index.search(query, 100, everything);
        expect(new Set(found.map(({ key }) => key))).toEqual(new Set(reference.keys()));
        for (const { key, score } of found) {
          expect(score).toBeCloseTo(dotProduct(query, reference.get(key) ?? query), 5);
        }
      }),
      { numRuns: 60 },
    );
  });
}
