import {
  type BudgetLimit,
  type BudgetScope,
  type Budgets,
  budgetScopes,
  isLimited,
  isSpent,
} from '../budget/budget.ts';
import { budgetPeriod } from '../budget/budget-period.ts';
import { type ModelUsage, sumUsage } from './model-usage.ts';
import type { UsageStore } from './usage-store.ts';

/** How much of a budget is used: of those of all people, or channels, in one figure. */
export interface BudgetUse {
  scope: BudgetScope;
  /** `2026-11-22` or `2026-11`, UTC. */
  period: string;
  limit: BudgetLimit;
  /** People or channels that have used some of theirs; 0 or 1 for the workspace. */
  users: number;
  /** Of these, those that have used all. */
  spent: number;
  /** Used by whoever used most, as a part (1 is all) of tokens or money, whichever is more. */
  highest: number;
}

export interface UsageReport {
  /** `2026-11`, UTC. */
  month: string;
  usage: ModelUsage;
  /** Those that limit something: of a day only in the current month, as they stand today. */
  budgets: BudgetUse[];
}

/** Reports on the use of models in a month; null for the current one. */
export type ReportUsage = (month: string | null) => Promise<UsageReport>;

export interface ReportUsageParts {
  store: UsageStore;
  budgets: Budgets;
  now(): number;
}

export function createReportUsage({ store, budgets, now }: ReportUsageParts): ReportUsage {
  return async (wanted) => {
    const current = budgetPeriod('workspace-month', now()).name;
    const month = wanted ?? current;
    const from = Date.parse(`${month}-01T00:00:00Z`);
    const { until } = budgetPeriod('workspace-month', from);
    const uses = budgetScopes.map(async (scope): Promise<BudgetUse[]> => {
      const limit = budgets[scope];
      if (!isLimited(limit) || (scope !== 'workspace-month' && month !== current)) return [];
      const period = scope === 'workspace-month' ? month : budgetPeriod(scope, now()).name;
      const spendings = await store.spending(scope, period);
      return [
        {
          scope,
          period,
          limit,
          users: spendings.length,
          spent: spendings.filter((spending) => isSpent(spending, limit, 1)).length,
          highest: spendings.reduce(
            (most, { tokens, costMicros }) =>
              Math.max(
                most,
                tokens / (limit.tokens ?? Number.POSITIVE_INFINITY),
                costMicros / (limit.costMicros ?? Number.POSITIVE_INFINITY),
              ),
            0,
          ),
        },
      ];
    });
    const usage = await sumUsage(store.read(from, until));
    return { month, usage, budgets: (await Promise.all(uses)).flat() };
  };
}
