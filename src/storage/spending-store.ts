import { sql } from 'kysely';
import type { Spending, SpendingKey, SpendingStore } from '../answering/index.ts';
import type { Db } from './database.ts';

/** Spending in the database; replicas that add at once wait for each other. */
export function createSpendingStore(db: Db): SpendingStore {
  return {
    async read(keys) {
      if (keys.length === 0) return [];
      const rows = await db
        .selectFrom('model_spending')
        .select(['scope', 'subject', 'period', 'tokens', 'cost_micros'])
        .where((row) => row.or(keys.map((key) => row.and({ ...key }))))
        .execute();
      return inOrder(keys, rows);
    },

    async add(keys, { tokens, costMicros }) {
      if (keys.length === 0) return [];
      // Everybody locks the rows in one order, so that none of them wait for each other in a circle.
      const sorted = [...keys].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
      const rows = await db
        .insertInto('model_spending')
        .values(sorted.map((key) => ({ ...key, tokens, cost_micros: costMicros })))
        .onConflict((conflict) =>
          conflict.columns(['scope', 'subject', 'period']).doUpdateSet({
            tokens: sql<number>`model_spending.tokens + excluded.tokens`,
            cost_micros: sql<number>`model_spending.cost_micros + excluded.cost_micros`,
          }),
        )
        .returning(['scope', 'subject', 'period', 'tokens', 'cost_micros'])
        .execute();
      return inOrder(keys, rows);
    },
  };
}

interface SpendingRow {
  scope: string;
  subject: string;
  period: string;
  tokens: number;
  cost_micros: number;
}

function inOrder(keys: readonly SpendingKey[], rows: readonly SpendingRow[]): Spending[] {
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  return keys.map((key) => {
    const row = byName.get(nameOf(key));
    return { tokens: row?.tokens ?? 0, costMicros: row?.cost_micros ?? 0 };
  });
}

function nameOf({ scope, subject, period }: Omit<SpendingRow, 'tokens' | 'cost_micros'>): string {
  return `${scope} ${subject} ${period}`;
}
