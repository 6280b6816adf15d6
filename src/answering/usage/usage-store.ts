import type { BudgetScope, Spending } from '../budget/budget.ts';
import type { ModelRun } from '../model/model-run.ts';

/** An exchange for which a model was, or would have been, asked. */
export interface UsageRecord {
  conversation: string;
  /** Slack id; null when nobody known to Slack asked. */
  asker: string | null;
  /** Whether the answer shown is the model's. */
  isComposed: boolean;
  run: ModelRun;
}

/** What is stored of the use of models. */
export interface UsageStore {
  /** Exchanges asked from `from` to before `until`, UTC ms, in batches, each once. */
  read(from: number, until: number): AsyncIterable<UsageRecord[]>;
  /** What each subject has spent of the budgets of a scope in a period; of no subject zero. */
  spending(scope: BudgetScope, period: string): Promise<Spending[]>;
}
