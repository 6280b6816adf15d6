/** One case: features in a fixed order, the outcome, and how much the case counts. */
export interface WeightedCase {
  features: readonly number[];
  outcome: 0 | 1;
  weight: number;
}

/**
 * Logistic regression with a ridge penalty on standardised features, by Newton's method.
 *
 * @returns intercept and weights for the features as they are.
 */
export function fitLogistic(
  cases: readonly WeightedCase[],
  ridge: number,
): { intercept: number; weights: number[] } {
  const width = cases[0]?.features.length ?? 0;
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const means = Array.from({ length: width }, (_, at) => average(cases, total, (x) => x[at] ?? 0));
  const deviations = means.map(
    (mean, at) => Math.sqrt(average(cases, total, (x) => ((x[at] ?? 0) - mean) ** 2)) || 1,
  );
  const rows = cases.map(({ features }) => [
    1,
    ...features.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  ]);
  let beta = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < 50; step += 1) {
    const gradient = beta.map((value, at) => (at === 0 ? 0 : ridge * value));
    const curvature = beta.map((_, row) =>
      beta.map((__, column) => (row === column ? (row === 0 ? 1e-9 : ridge) : 0)),
    );
    for (const [index, row] of rows.entries()) {
      const { outcome = 0, weight = 0 } = cases[index] ?? {};
      const p = 1 / (1 + Math.exp(-dot(row, beta)));
      for (const [i, left] of row.entries()) {
        gradient[i] = (gradient[i] ?? 0) + weight * (p - outcome) * left;
        const line = curvature[i] ?? [];
        for (const [j, right] of row.entries())
          line[j] = (line[j] ?? 0) + weight * p * (1 - p) * left * right;
      }
    }
    const change = solve(curvature, gradient);
    beta = beta.map((value, at) => value - (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  const weights = beta.slice(1).map((value, at) => value / (deviations[at] ?? 1));
  return { intercept: (beta[0] ?? 0) - dot(weights, means), weights };
}

function average(
  cases: readonly WeightedCase[],
  total: number,
  pick: (features: readonly number[]) => number,
): number {
  return cases.reduce((sum, { features, weight }) => sum + weight * pick(features), 0) / total;
}

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const top = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = top;
    for (let row = 0; row < size; row += 1) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (top[column] || 1e-12);
      for (let at = column; at <= size; at += 1)
        line[at] = (line[at] ?? 0) - factor * (top[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] || 1e-12));
}
