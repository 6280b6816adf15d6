import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What a model did for an exchange, and what was spent on it. */
export async function addModelRuns(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('exchanges').addColumn('model_run_json', 'text').execute();

  await db.schema
    .createTable('model_spending')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('tokens', 'bigint', (column) => column.notNull())
    .addColumn('cost_micros', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('model_spending_once', ['scope', 'subject', 'period'])
    .execute();
}
