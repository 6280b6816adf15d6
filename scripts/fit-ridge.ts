import { Matrix, solve } from 'ml-matrix';

/** Choices from one text: the features of each, and what each is worth. */
export interface WeighedChoices {
  features: readonly (readonly number[])[];
  worth: readonly number[];
  /** How much the text counts. */
  weight: number;
}

/**
 * Weights whose weighted sums of features come nearest to the worth of each choice, compared within
 * each text: least squares with a ridge penalty on standardised features.
 *
 * @param ridge penalty, as a share of the total weight of the texts.
 */
export function fitRidge(texts: readonly WeighedChoices[], ridge: number): number[] {
  const width = texts[0]?.features[0]?.length ?? 0;
  const rows: number[][] = [];
  const values: number[] = [];
  for (const { features, worth, weight } of texts) {
    const counts = Math.sqrt(weight / worth.length);
    const means = Array.from({ length: width }, (_, at) =>
      mean(features.map((row) => row[at] ?? 0)),
    );
    const level = mean(worth);
    for (const [index, row] of features.entries()) {
      rows.push(means.map((middle, at) => counts * ((row[at] ?? 0) - middle)));
      values.push(counts * ((worth[index] ?? 0) - level));
    }
  }
  const total = texts.reduce((sum, { weight }) => sum + weight, 0);
  const deviations = Array.from(
    { length: width },
    (_, at) => Math.sqrt(rows.reduce((sum, row) => sum + (row[at] ?? 0) ** 2, 0) / total) || 1,
  );
  const scaled = new Matrix(
    rows.map((row) => row.map((value, at) => value / (deviations[at] ?? 1))),
  );
  const transposed = scaled.transpose();
  const normal = transposed.mmul(scaled).add(Matrix.eye(width).mul(ridge * total));
  const weights = solve(normal, transposed.mmul(Matrix.columnVector(values))).to1DArray();
  return weights.map((value, at) => value / (deviations[at] ?? 1));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
