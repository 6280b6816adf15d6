import { costOf, type Exchange, type Prices } from '../answering/index.ts';
import { roundFigure } from './round-figure.ts';

/** Tokens of all calls to a model together. */
export interface TokenFigures {
  model: string;
  input: number;
  /** Of the input, what the service had kept from before. */
  cached_input: number;
  output: number;
  /** US dollars; null for a model whose price is not known. */
  cost_usd: number | null;
}

/** What exchanges cost; null when no model was asked for any. */
export function sumTokens(
  exchanges: readonly Pick<Exchange, 'modelRun'>[],
  prices: Prices,
): TokenFigures | null {
  let sum: TokenFigures | null = null;
  for (const { modelRun } of exchanges) {
    if (modelRun === null) continue;
    const { model, usage } = modelRun;
    sum ??= { model, input: 0, cached_input: 0, output: 0, cost_usd: null };
    sum.input += usage.input;
    sum.cached_input += usage.cachedInput;
    sum.output += usage.output;
  }
  const price = sum === null ? null : prices(sum.model);
  if (sum === null || price === null) return sum;
  const { input, cached_input: cachedInput, output } = sum;
  const micros = costOf({ input, cachedInput, output }, price);
  return { ...sum, cost_usd: roundFigure(micros / 1_000_000, 4) };
}
