import type { BudgetScope, Spending } from '../budget/budget.ts';
import type { ModelRun } from '../model/model-run.ts';

/** An exchange, or a report, for which a model was, or would have been, asked. */
export interface UsageRecord {
  /** Null for a report, such as a summary: it is kept for all, not with who asked for it or where. */
  conversation: string | null;
  /** Slack id; null when nobody known to Slack asked. */
  asker: string | null;
  /** Whether what was shown is the model's. */
  isComposed: boolean;
  run: ModelRun;
}

/** What is stored of the use of models. */
export interface UsageStore {
  /** Exchanges and reports from `from` to before `until`, UTC ms, in batches, each once. */
  read(from: number, until: number): AsyncIterable<UsageRecord[]>;
  /** What each subject has spent of the budgets of a scope in a period; of no subject zero. */
  spending(scope: BudgetScope, period: string): Promise<Spending[]>;
}
