import type { TokenUsage } from '../../prompting/index.ts';

/** Micro-units of a US dollar for a million tokens, whole. */
export interface Price {
  input: number;
  cachedInput: number;
  output: number;
}

/** What a model costs; null for one whose price is not known. */
export type Prices = (model: string) => Price | null;

const million = 1_000_000;

/** US dollars for a million tokens of input, cached input and output. */
type PriceRow = readonly [input: number, cachedInput: number, output: number];

/**
 * OpenAI's list prices of standard processing, without tax or discount, gathered on 2026-11-22 from
 * several copies that others made of https://developers.openai.com/api/docs/pricing.
 * `BUDGET_PRICE_…` takes their place where they have changed.
 */
const listPrices: Readonly<Record<string, PriceRow>> = {
  'gpt-5.4': [2.5, 0.25, 15],
  'gpt-5.4-mini': [0.75, 0.075, 4.5],
  'gpt-5.4-nano': [0.2, 0.02, 1.25],
  'gpt-5.2': [1.75, 0.175, 14],
  'gpt-5.1': [1.25, 0.125, 10],
  'gpt-5': [1.25, 0.125, 10],
  'gpt-5-mini': [0.25, 0.025, 2],
  'gpt-5-nano': [0.05, 0.005, 0.4],
  'gpt-4.1': [2, 0.5, 8],
  'gpt-4.1-mini': [0.4, 0.1, 1.6],
  'gpt-4.1-nano': [0.1, 0.025, 0.4],
  'gpt-4o': [2.5, 1.25, 10],
  'gpt-4o-mini': [0.15, 0.075, 0.6],
};

/**
 * Prices from the table; a dated version (`gpt-4o-2024-08-06`) costs what its model does.
 *
 * @param override the price of whichever model is asked; null for the table.
 */
export function createPrices(override: Price | null): Prices {
  return (model) => {
    if (override !== null) return override;
    const name = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
    const row = Object.hasOwn(listPrices, name) ? listPrices[name] : undefined;
    if (row === undefined) return null;
    const [input, cachedInput, output] = row;
    const micros = (dollars: number): number => Math.round(dollars * million);
    return { input: micros(input), cachedInput: micros(cachedInput), output: micros(output) };
  };
}

/** What tokens cost, in whole micro-units of a US dollar, rounded up. */
export function costOf({ input, cachedInput, output }: TokenUsage, price: Price): number {
  const fresh = Math.max(0, input - cachedInput);
  return Math.ceil(
    (fresh * price.input + cachedInput * price.cachedInput + output * price.output) / million,
  );
}
