import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Notices, what people reply to them, what is to be sent of them, and what they make known. */
export async function addNotices(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('publications').addColumn('embargo_lifted_at', 'bigint').execute();

  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('series_id', 'text')
    .addColumn('starts_at', 'bigint')
    .addColumn('ends_at', 'bigint')
    .addColumn('notice_json', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('notices_by_end')
    .on('notices')
    .columns(['state', 'ends_at'])
    .execute();

  await db.schema
    .createTable('notice_replies')
    .addColumn('notice_id', 'text', (column) =>
      column.notNull().references('notices.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('replied_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_replies_once', ['notice_id', 'person'])
    .execute();

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
    .addColumn('renewals', 'integer', (column) => column.notNull().defaultTo(0))
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

  await db.schema
    .createTable('calendar_feeds')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('audience', 'text')
    .addColumn('person', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();

  await db.schema
    .createTable('digest_choices')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('choice', 'text', (column) => column.notNull())
    .addColumn('chosen_at', 'bigint', (column) => column.notNull())
    .execute();
}
