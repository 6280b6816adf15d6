import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createRandomNumbers } from '../../src/retrieval/semantic/random-numbers.ts';
import { findRightSingularVectors } from '../../src/retrieval/semantic/randomised-svd.ts';
import type { SparseMatrix } from '../../src/retrieval/semantic/sparse-matrix.ts';

const breathe = async (): Promise<void> => {};

/** A sparse matrix of a low rank plus noise, so that the strongest directions stand out. */
function lowRankMatrix(rows: number, columns: number, rank: number): number[][] {
  const random = createRandomNumbers(5);
  const part = () => Array.from({ length: rank }, (_, at) => (random() - 0.5) * (rank - at) ** 2);
  const left = Array.from({ length: rows }, part);
  const right = Array.from({ length: columns }, part);
  return left.map((row) =>
    right.map((column) => {
      const value = row.reduce((sum, factor, at) => sum + factor * (column[at] ?? 0), 0);
      return random() < 0.3 ? 0 : value + random() * 0.01;
    }),
  );
}

function toSparse(dense: readonly number[][]): SparseMatrix {
  const rowStarts = [0];
  const columnOf: number[] = [];
  const entries: number[] = [];
  for (const row of dense) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      columnOf.push(column);
      entries.push(value);
    }
    rowStarts.push(columnOf.length);
  }
  return {
    rows: dense.length,
    columns: dense[0]?.length ?? 0,
    rowStarts: Uint32Array.from(rowStarts),
    columnOf: Uint32Array.from(columnOf),
    valueOf: Float32Array.from(entries),
  };
}

describe('findRightSingularVectors', () => {
  test.each([
    [60, 40],
    [35, 70],
  ])('agrees with the dense decomposition of a %i × %i matrix', async (rows, columns) => {
    const dense = lowRankMatrix(rows, columns, 6);
    const expected = new SingularValueDecomposition(new Matrix(dense), { autoTranspose: true });
    const rank = 5;
    const { vectors, values } = await findRightSingularVectors(toSparse(dense), rank, breathe);
    expect(vectors.columns).toBe(rank);
    for (let at = 0; at < rank; at++) {
      const value = expected.diagonal[at] ?? 0;
      expect(Math.abs((values[at] ?? 0) - value) / value).toBeLessThan(1e-3);
      let cosine = 0;
      for (let row = 0; row < columns; row++) {
        cosine +=
          (vectors.values[row * rank + at] ?? 0) * expected.rightSingularVectors.get(row, at);
      }
      expect(Math.abs(cosine)).toBeGreaterThan(0.999);
    }
  });

  test('gives the same vectors for the same matrix', async () => {
    const matrix = toSparse(lowRankMatrix(30, 30, 4));
    const first = await findRightSingularVectors(matrix, 3, breathe);
    const second = await findRightSingularVectors(matrix, 3, breathe);
    expect(first.vectors.values).toEqual(second.vectors.values);
  });

  test('returns no more directions than there are', async () => {
    const row = [1, 2, 0, 4];
    const matrix = toSparse([row, row.map((value) => value * 2), row.map((value) => value * 3)]);
    const { vectors, values } = await findRightSingularVectors(matrix, 3, breathe);
    expect(vectors.columns).toBe(1);
    expect(values[0]).toBeCloseTo(Math.sqrt(21 * 14), 3);
  });
});
