import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Breather } from './breather.ts';
import { createRandomNumbers } from './random-numbers.ts';
import {
  addTransposedProduct,
  createDenseMatrix,
  type DenseMatrix,
  multiplyRows,
  type SparseMatrix,
} from './sparse-matrix.ts';

const oversampling = 16;
const iterations = 3;
const seed = 20_141_006;
/** Directions weaker than this share of the strongest are numerical noise. */
const negligible = 1e-6;
const rowsPerStep = 128;

export interface RightSingularVectors {
  /** Columns × rank, one singular vector a column, strongest first. */
  vectors: DenseMatrix;
  /** Singular values, descending; as many as the rank found. */
  values: Float64Array;
}

/**
 * The strongest right singular vectors of a sparse matrix by subspace iteration from a random start
 * (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011, algorithm 4.4). The start
 * is seeded: the same matrix gives the same vectors.
 *
 * @param rank most vectors wanted; fewer come back when the matrix has fewer directions.
 */
export async function findRightSingularVectors(
  matrix: SparseMatrix,
  rank: number,
  breathe: Breather,
): Promise<RightSingularVectors> {
  const width = Math.min(rank + oversampling, matrix.rows, matrix.columns);
  let basis = createDenseMatrix(matrix.columns, width);
  const random = createRandomNumbers(seed);
  for (let at = 0; at < basis.values.length; at++) {
    basis.values[at] = random() + random() + random() - 1.5;
  }
  for (let round = 0; round < iterations; round++) {
    const image = await multiply(matrix, basis, breathe);
    const back = await multiplyTransposed(matrix, image, breathe);
    basis = await rotate(back, await findRotation(back, back.columns, 'unit', breathe), breathe);
  }
  const image = await multiply(matrix, basis, breathe);
  const rotation = await findRotation(image, rank, 'keep', breathe);
  return { vectors: await rotate(basis, rotation, breathe), values: rotation.strengths };
}

interface Rotation {
  /** Width × rank. */
  matrix: DenseMatrix;
  /** Length of the rotated columns before any scaling, descending. */
  strengths: Float64Array;
}

/**
 * The rotation that makes the columns orthogonal, strongest first, found from their small Gram
 * matrix; scaled to unit columns on demand.
 */
async function findRotation(
  columns: DenseMatrix,
  rank: number,
  scale: 'unit' | 'keep',
  breathe: Breather,
): Promise<Rotation> {
  const width = columns.columns;
  const gram = await multiplyByOwnTranspose(columns, breathe);
  const eigen = new EigenvalueDecomposition(new Matrix(gram), { assumeSymmetric: true });
  const order = eigen.realEigenvalues
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value);
  const strongest = order[0]?.value ?? 0;
  const kept = order.filter(({ value }) => value > strongest * negligible ** 2).slice(0, rank);
  const matrix = createDenseMatrix(width, kept.length);
  const strengths = new Float64Array(kept.length);
  kept.forEach(({ value, index }, column) => {
    const strength = Math.sqrt(value);
    strengths[column] = strength;
    for (let row = 0; row < width; row++) {
      const entry = eigen.eigenvectorMatrix.get(row, index);
      matrix.values[row * kept.length + column] = scale === 'unit' ? entry / strength : entry;
    }
  });
  return { matrix, strengths };
}

async function multiplyByOwnTranspose(
  { rows, columns, values }: DenseMatrix,
  breathe: Breather,
): Promise<Float64Array[]> {
  const gram = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let row = 0; row < rows; row++) {
    const line = values.subarray(row * columns, (row + 1) * columns);
    for (let left = 0; left < columns; left++) {
      const factor = line[left] as number;
      if (factor === 0) continue;
      const target = gram[left] as Float64Array;
      for (let right = left; right < columns; right++) {
        target[right] = (target[right] as number) + factor * (line[right] as number);
      }
    }
    if (row % rowsPerStep === 0) await breathe();
  }
  for (let row = 0; row < columns; row++) {
    for (let column = 0; column < row; column++) {
      (gram[row] as Float64Array)[column] = gram[column]?.[row] ?? 0;
    }
  }
  return gram;
}

async function multiply(
  matrix: SparseMatrix,
  right: DenseMatrix,
  breathe: Breather,
): Promise<DenseMatrix> {
  const result = createDenseMatrix(matrix.rows, right.columns);
  for (let row = 0; row < matrix.rows; row += rowsPerStep) {
    multiplyRows(matrix, right, result, row, Math.min(row + rowsPerStep, matrix.rows));
    await breathe();
  }
  return result;
}

async function multiplyTransposed(
  matrix: SparseMatrix,
  right: DenseMatrix,
  breathe: Breather,
): Promise<DenseMatrix> {
  const result = createDenseMatrix(matrix.columns, right.columns);
  for (let row = 0; row < matrix.rows; row += rowsPerStep) {
    addTransposedProduct(matrix, right, result, row, Math.min(row + rowsPerStep, matrix.rows));
    await breathe();
  }
  return result;
}

async function rotate(
  left: DenseMatrix,
  { matrix: right }: Rotation,
  breathe: Breather,
): Promise<DenseMatrix> {
  const result = createDenseMatrix(left.rows, right.columns);
  const sum = new Float64Array(right.columns);
  for (let row = 0; row < left.rows; row++) {
    sum.fill(0);
    for (let inner = 0; inner < left.columns; inner++) {
      const factor = left.values[row * left.columns + inner] as number;
      const offset = inner * right.columns;
      for (let at = 0; at < right.columns; at++) {
        sum[at] = (sum[at] as number) + factor * (right.values[offset + at] as number);
      }
    }
    result.values.set(sum, row * right.columns);
    if (row % rowsPerStep === 0) await breathe();
  }
  return result;
}
