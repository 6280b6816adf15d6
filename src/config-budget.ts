import { z } from 'zod';
import type { Budgets, Price } from './answering/index.ts';
import { dollars } from './config-fields.ts';

export interface BudgetConfig {
  budgets: Budgets;
  /** Of CHAT_MODEL; null to look it up in the table of prices. */
  price: Price | null;
}

const mostTokens = 1_000_000_000_000;

/** Tokens; null, for no limit, when not set. */
const tokens = z
  .string()
  .trim()
  .optional()
  .transform((value, context) => {
    if (value === undefined || value === '') return null;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= 1 && number <= mostTokens) return number;
    context.addIssue('expected a whole number of tokens, 1 or more; leave it empty for no limit');
    return z.NEVER;
  });

const money = dollars(1, 'above 0, such as 2.50; leave it empty for no limit');
const price = dollars(0, 'for a million tokens, such as 0.15; leave it empty for the list price');

/** The variables of what the model may cost, as a part of the environment's schema. */
export const budgetFields = {
  BUDGET_PERSON_DAY_TOKENS: tokens,
  BUDGET_PERSON_DAY_USD: money,
  BUDGET_CHANNEL_DAY_TOKENS: tokens,
  BUDGET_CHANNEL_DAY_USD: money,
  BUDGET_WORKSPACE_MONTH_TOKENS: tokens,
  BUDGET_WORKSPACE_MONTH_USD: money,
  BUDGET_PRICE_INPUT_USD: price,
  BUDGET_PRICE_CACHED_INPUT_USD: price,
  BUDGET_PRICE_OUTPUT_USD: price,
};

const budgetSchema = z.object(budgetFields);

/** Budgets and prices. Adds what is missing to `problems`. */
export function readBudget(values: z.infer<typeof budgetSchema>, problems: string[]): BudgetConfig {
  return {
    budgets: {
      'person-day': {
        tokens: values.BUDGET_PERSON_DAY_TOKENS,
        costMicros: values.BUDGET_PERSON_DAY_USD,
      },
      'channel-day': {
        tokens: values.BUDGET_CHANNEL_DAY_TOKENS,
        costMicros: values.BUDGET_CHANNEL_DAY_USD,
      },
      'workspace-month': {
        tokens: values.BUDGET_WORKSPACE_MONTH_TOKENS,
        costMicros: values.BUDGET_WORKSPACE_MONTH_USD,
      },
    },
    price: readPrice(values, problems),
  };
}

function readPrice(
  {
    BUDGET_PRICE_INPUT_USD: input,
    BUDGET_PRICE_CACHED_INPUT_USD: cachedInput,
    BUDGET_PRICE_OUTPUT_USD: output,
  }: z.infer<typeof budgetSchema>,
  problems: string[],
): Price | null {
  if (input === null && cachedInput === null && output === null) return null;
  const needed = 'needed when one of the BUDGET_PRICE variables is set; 0 if it costs nothing';
  if (input === null) problems.push(`BUDGET_PRICE_INPUT_USD: ${needed}`);
  if (output === null) problems.push(`BUDGET_PRICE_OUTPUT_USD: ${needed}`);
  if (input === null || output === null) return null;
  return { input, cachedInput: cachedInput ?? input, output };
}
