/** One question: the features of each candidate, and which candidates are right (one at least). */
export interface Choice {
  candidates: readonly (readonly number[])[];
  right: readonly boolean[];
  weight: number;
}

/**
 * Weights under which the right candidates are the likeliest choice: a conditional logit model with
 * a ridge penalty on standardised features, by gradient ascent with momentum.
 */
export function fitChoice(choices: readonly Choice[], ridge: number): number[] {
  const all = choices.flatMap(({ candidates }) => candidates);
  const width = all[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => all.map((row) => row[at] ?? 0));
  const deviations = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    return (
      Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length) || 1
    );
  });
  const scaled = choices.map((choice) => ({
    ...choice,
    candidates: choice.candidates.map((row) =>
      row.map((value, at) => value / (deviations[at] ?? 1)),
    ),
  }));
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let beta = new Array<number>(width).fill(0);
  let momentum = new Array<number>(width).fill(0);
  for (let step = 0; step < 400; step += 1) {
    const gradient = beta.map((value) => -ridge * value);
    for (const { candidates, right, weight } of scaled) {
      const odds = candidates.map((row) => Math.exp(dot(row, beta)));
      const all = odds.reduce((sum, value) => sum + value, 0);
      const good = odds.reduce((sum, value, at) => sum + (right[at] ? value : 0), 0);
      for (const [at, row] of candidates.entries()) {
        const pull = (right[at] ? (odds[at] ?? 0) / good : 0) - (odds[at] ?? 0) / all;
        for (const [column, value] of row.entries()) {
          gradient[column] = (gradient[column] ?? 0) + weight * pull * value;
        }
      }
    }
    momentum = momentum.map((value, at) => 0.9 * value + ((gradient[at] ?? 0) * 0.1) / total);
    beta = beta.map((value, at) => value + (momentum[at] ?? 0));
  }
  return beta.map((value, at) => value / (deviations[at] ?? 1));
}

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
