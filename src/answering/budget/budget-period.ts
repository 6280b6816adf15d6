import type { BudgetScope } from './budget.ts';

export interface BudgetPeriod {
  /** `2026-11-22` for a day, `2026-11` for a month, both UTC. */
  name: string;
  /** When the next one begins, UTC ms. */
  until: number;
}

/**
 * The day or month a budget counts in. UTC for everybody, so that all replicas, and people in
 * different time zones who share a channel, have the same one.
 */
export function budgetPeriod(scope: BudgetScope, now: number): BudgetPeriod {
  const date = new Date(now);
  const day = date.toISOString().slice(0, 10);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return scope === 'workspace-month'
    ? { name: day.slice(0, 7), until: Date.UTC(year, month + 1) }
    : { name: day, until: Date.UTC(year, month, date.getUTCDate() + 1) };
}
