import { describe, expect, test } from 'vitest';
import { HnswVectorIndex } from '../../src/retrieval/semantic/hnsw-vector-index.ts';
import {
  contractDimensions,
  describeVectorIndex,
  randomUnitVectors,
} from './vector-index-contract.ts';

const breathe = async (): Promise<void> => {};

describe('vector index without a graph', () => {
  describeVectorIndex(
    () => new HnswVectorIndex(contractDimensions),
    async () => {},
  );
});

describe('vector index with a graph', () => {
  describeVectorIndex(
    () => new HnswVectorIndex(contractDimensions, 1),
    async (index) => (index as HnswVectorIndex).settle(breathe),
  );

  test('finds nearly all true neighbours among thousands', async () => {
    const vectors = randomUnitVectors(4_000, 3, 24);
    const keyed = vectors.map((vector, key) => ({ key, vector }));
    const exact = new HnswVectorIndex(24);
    const index = new HnswVectorIndex(24, 1);
    exact.upsert(keyed);
    index.upsert(keyed);
    await index.settle(breathe);
    let hits = 0;
    for (const vector of vectors.slice(0, 50)) {
      const found = new Set(index.search(vector, 20, () => true).map(({ key }) => key));
      hits += exact.search(vector, 20, () => true).filter(({ key }) => found.has(key)).length;
    }
    expect(hits / (50 * 20)).toBeGreaterThan(0.9);
  });
});
