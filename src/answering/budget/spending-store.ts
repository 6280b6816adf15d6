import type { BudgetScope, Spending } from './budget.ts';

/** What spending is counted under. */
export interface SpendingKey {
  scope: BudgetScope;
  /** The person's or the channel's id; `workspace` for the workspace. */
  subject: string;
  /** Of `budgetPeriod`. */
  period: string;
}

/** What was spent on the model, by whom and when. */
export interface SpendingStore {
  /** In the order of the keys; zero where nothing was spent. */
  read(keys: readonly SpendingKey[]): Promise<Spending[]>;
  /**
   * Adds to all keys, which must differ, or to none, however many replicas add at once; returns what
   * is spent now, in the order of the keys.
   */
  add(keys: readonly SpendingKey[], spending: Spending): Promise<Spending[]>;
}
