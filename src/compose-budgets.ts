import {
  type BudgetGuard,
  budgetScopes,
  createBudgetGuard,
  createPrices,
} from './answering/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import type { OperatorEvents } from './observability/operator-event.ts';
import type { Database } from './storage/database.ts';
import { createSpendingStore } from './storage/spending-store.ts';

/** Keeps the configured model within the configured budgets; null without a model. */
export function composeBudgetGuard(
  { chat, budget: { budgets, price } }: Config,
  parts: { database: Database; clock: Clock; events: OperatorEvents; log: Log },
): BudgetGuard | null {
  if (chat === null) return null;
  const { database, clock, events, log } = parts;
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
  return createBudgetGuard({ model, budgets, store, prices, clock, events, log });
}
