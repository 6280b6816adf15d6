import {
  type BudgetState,
  budgetScopes,
  type ComposeWithModel,
  createBudgetedComposer,
  createPrices,
} from './answering/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import type { Database } from './storage/database.ts';
import { createSpendingStore } from './storage/spending-store.ts';

/** Keeps the configured model within the configured budgets; null stays null. */
export function composeBudgets(
  compose: ComposeWithModel | null,
  { chat, budget: { budgets, price } }: Config,
  { database, clock, log }: { database: Database; clock: Clock; log: Log },
): ComposeWithModel | null {
  if (compose === null || chat === null) return compose;
  const { model } = chat;
  const prices = createPrices(price);
  const isMoneyLimited = budgetScopes.some((scope) => budgets[scope].costMicros !== null);
  if (isMoneyLimited && prices(model) === null) {
    log.warn(
      { model, set: ['BUDGET_PRICE_INPUT_USD', 'BUDGET_PRICE_OUTPUT_USD'] },
      'budget-without-price',
    );
  }
  const store = createSpendingStore(database.db);
  const onNearlySpent = (budget: BudgetState): void => log.warn(budget, 'budget-nearly-spent');
  return createBudgetedComposer(compose, {
    model,
    budgets,
    store,
    prices,
    clock,
    log,
    onNearlySpent,
  });
}
