import type { Exchange } from '../answering/index.ts';

/** Tokens of all calls to a model together. */
export interface TokenFigures {
  model: string;
  input: number;
  /** Of the input, what the service had kept from before. */
  cached_input: number;
  output: number;
}

/** What exchanges cost in tokens; null when no model was asked for any. */
export function sumTokens(exchanges: readonly Exchange[]): TokenFigures | null {
  let sum: TokenFigures | null = null;
  for (const { modelRun } of exchanges) {
    if (modelRun === null) continue;
    const { model, usage } = modelRun;
    sum ??= { model, input: 0, cached_input: 0, output: 0 };
    sum.input += usage.input;
    sum.cached_input += usage.cachedInput;
    sum.output += usage.output;
  }
  return sum;
}
