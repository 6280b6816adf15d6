import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What is to be sent of notices. */
export async function addNotices(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('notice_tasks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('notice_id', 'text', (column) => column.notNull())
    .addColumn('occasion', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('useless_at', 'bigint')
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('waiting'))
    .addColumn('available_at', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('message_channel', 'text')
    .addColumn('message_ts', 'text')
    .addColumn('problem', 'text')
    .addColumn('finished_at', 'bigint')
    .addUniqueConstraint('notice_tasks_once', ['notice_id', 'occasion', 'place'])
    .execute();

  await db.schema
    .createIndex('notice_tasks_by_time')
    .on('notice_tasks')
    .columns(['state', 'available_at'])
    .execute();
  await db.schema
    .createIndex('notice_tasks_by_place')
    .on('notice_tasks')
    .columns(['place', 'state', 'lease_until'])
    .execute();
}
