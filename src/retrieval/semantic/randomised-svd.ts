import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Breather } from './breather.ts';
import { multiplyByOwnTranspose, multiplyDense } from './dense-products.ts';
import { createRandomNumbers } from './random-numbers.ts';
import {
  addTransposedProduct,
  createDenseMatrix,
  type DenseMatrix,
  multiplyRows,
  type SparseMatrix,
} from './sparse-matrix.ts';

const oversampling = 16;
const iterations = 2;
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
    const { matrix: rotation } = await findRotation(back, back.columns, 'unit', breathe);
    basis = await multiplyDense(back, rotation, breathe);
  }
  const image = await multiply(matrix, basis, breathe);
  const rotation = await findRotation(image, rank, 'keep', breathe);
  return {
    vectors: await multiplyDense(basis, rotation.matrix, breathe),
    values: rotation.strengths,
  };
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
