import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What staff are told of the model, each once, and what it costs by month. */
export async function addOperatorEvents(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('operator_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('event_json', 'text', (column) => column.notNull())
    .addColumn('raised_at', 'bigint', (column) => column.notNull())
    .addColumn('told', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createIndex('exchanges_by_time')
    .on('exchanges')
    .columns(['asked_at', 'id'])
    .execute();
}
