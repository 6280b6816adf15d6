/** Rows of (column, value) pairs, in compressed row storage. */
export interface SparseMatrix {
  rows: number;
  columns: number;
  /** Row `r` is entries `rowStarts[r]` to `rowStarts[r + 1]`. */
  rowStarts: Uint32Array;
  columnOf: Uint32Array;
  valueOf: Float32Array;
}

/** A dense matrix, row after row. */
export interface DenseMatrix {
  rows: number;
  columns: number;
  values: Float32Array;
}

export function createDenseMatrix(rows: number, columns: number): DenseMatrix {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

/** `result[from..to) = (matrix · right)[from..to)`. */
export function multiplyRows(
  matrix: SparseMatrix,
  right: DenseMatrix,
  result: DenseMatrix,
  from: number,
  to: number,
): void {
  const width = right.columns;
  const source = right.values;
  const target = result.values;
  const sum = new Float64Array(width);
  for (let row = from; row < to; row++) {
    sum.fill(0);
    const end = matrix.rowStarts[row + 1] as number;
    let entry = matrix.rowStarts[row] as number;
    // Two entries at once: the sum is then loaded and stored half as often.
    for (; entry + 1 < end; entry += 2) {
      const first = (matrix.columnOf[entry] as number) * width;
      const second = (matrix.columnOf[entry + 1] as number) * width;
      const a = matrix.valueOf[entry] as number;
      const b = matrix.valueOf[entry + 1] as number;
      for (let at = 0; at < width; at++) {
        sum[at] =
          (sum[at] as number) +
          a * (source[first + at] as number) +
          b * (source[second + at] as number);
      }
    }
    if (entry < end) {
      const offset = (matrix.columnOf[entry] as number) * width;
      const value = matrix.valueOf[entry] as number;
      for (let at = 0; at < width; at++) {
        sum[at] = (sum[at] as number) + value * (source[offset + at] as number);
      }
    }
    target.set(sum, row * width);
  }
}

/** `result += (rows from..to of matrix)ᵀ · (the same rows of right)`. */
export function addTransposedProduct(
  matrix: SparseMatrix,
  right: DenseMatrix,
  result: DenseMatrix,
  from: number,
  to: number,
): void {
  const width = right.columns;
  const source = right.values;
  const target = result.values;
  for (let row = from; row < to; row++) {
    const offset = row * width;
    const end = matrix.rowStarts[row + 1] as number;
    for (let entry = matrix.rowStarts[row] as number; entry < end; entry++) {
      const start = (matrix.columnOf[entry] as number) * width;
      const value = matrix.valueOf[entry] as number;
      for (let at = 0; at < width; at++) {
        target[start + at] =
          (target[start + at] as number) + value * (source[offset + at] as number);
      }
    }
  }
}
