/** Whose spending a budget limits, and for how long. */
export const budgetScopes = ['person-day', 'channel-day', 'workspace-month'] as const;

export type BudgetScope = (typeof budgetScopes)[number];

/** What was spent on the model. */
export interface Spending {
  /** Input and output together. */
  tokens: number;
  /** Micro-units (millionths) of a US dollar, whole; 0 for a model without a price. */
  costMicros: number;
}

/** The most that may be spent; null where there is no limit. */
export type BudgetLimit = { [Amount in keyof Spending]: number | null };

export type Budgets = Record<BudgetScope, BudgetLimit>;

/** A budget of which much, or all, is spent. */
export interface BudgetState {
  scope: BudgetScope;
  limit: BudgetLimit;
  spent: Spending;
  /** When the next period begins, UTC ms. */
  until: number;
}

/** Whether a limit limits anything. */
export function isLimited({ tokens, costMicros }: BudgetLimit): boolean {
  return tokens !== null || costMicros !== null;
}

/** Whether this part (0..1) of a limit is spent: of its tokens or of its money. */
export function isSpent(spent: Spending, limit: BudgetLimit, part: number): boolean {
  const reaches = (amount: number, most: number | null): boolean =>
    most !== null && amount >= most * part;
  return reaches(spent.tokens, limit.tokens) || reaches(spent.costMicros, limit.costMicros);
}
