import type { Breather } from './breather.ts';
import { createDenseMatrix, type DenseMatrix } from './sparse-matrix.ts';

const rowsPerStep = 128;

/** `columnsᵀ · columns`, all rows of it. */
export async function multiplyByOwnTranspose(
  { rows, columns, values }: DenseMatrix,
  breathe: Breather,
): Promise<Float64Array[]> {
  const gram = Array.from({ length: columns }, () => new Float64Array(columns));
  // Four rows at once: each element of the result is then loaded and stored a quarter as often.
  const whole = rows - (rows % 4);
  for (let row = 0; row < whole; row += 4) {
    const first = row * columns;
    const [second, third, fourth] = [first + columns, first + 2 * columns, first + 3 * columns];
    for (let left = 0; left < columns; left++) {
      const target = gram[left] as Float64Array;
      const a = values[first + left] as number;
      const b = values[second + left] as number;
      const c = values[third + left] as number;
      const d = values[fourth + left] as number;
      for (let right = left; right < columns; right++) {
        target[right] =
          (target[right] as number) +
          a * (values[first + right] as number) +
          b * (values[second + right] as number) +
          c * (values[third + right] as number) +
          d * (values[fourth + right] as number);
      }
    }
    if (row % rowsPerStep === 0) await breathe();
  }
  for (let row = whole; row < rows; row++) {
    for (let left = 0; left < columns; left++) {
      const target = gram[left] as Float64Array;
      const factor = values[row * columns + left] as number;
      for (let right = left; right < columns; right++) {
        target[right] =
          (target[right] as number) + factor * (values[row * columns + right] as number);
      }
    }
  }
  mirrorUpperTriangle(gram);
  return gram;
}

function mirrorUpperTriangle(square: readonly Float64Array[]): void {
  square.forEach((target, row) => {
    for (let column = 0; column < row; column++) target[column] = square[column]?.[row] ?? 0;
  });
}

/** `left · right`. */
export async function multiplyDense(
  left: DenseMatrix,
  right: DenseMatrix,
  breathe: Breather,
): Promise<DenseMatrix> {
  const result = createDenseMatrix(left.rows, right.columns);
  const width = right.columns;
  const inner = left.columns;
  const factors = left.values;
  const source = right.values;
  const sum = new Float64Array(width);
  const whole = inner - (inner % 4);
  for (let row = 0; row < left.rows; row++) {
    sum.fill(0);
    const offset = row * inner;
    for (let at = 0; at < whole; at += 4) {
      const a = factors[offset + at] as number;
      const b = factors[offset + at + 1] as number;
      const c = factors[offset + at + 2] as number;
      const d = factors[offset + at + 3] as number;
      const first = at * width;
      const [second, third, fourth] = [first + width, first + 2 * width, first + 3 * width];
      for (let column = 0; column < width; column++) {
        sum[column] =
          (sum[column] as number) +
          a * (source[first + column] as number) +
          b * (source[second + column] as number) +
          c * (source[third + column] as number) +
          d * (source[fourth + column] as number);
      }
    }
    for (let at = whole; at < inner; at++) {
      const factor = factors[offset + at] as number;
      for (let column = 0; column < width; column++) {
        sum[column] = (sum[column] as number) + factor * (source[at * width + column] as number);
      }
    }
    result.values.set(sum, row * width);
    if (row % rowsPerStep === 0) await breathe();
  }
  return result;
}
