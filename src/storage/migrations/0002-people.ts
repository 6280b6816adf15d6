import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who asked, what people thought of answers, and requests to stop. */
export async function addPeople(db: Kysely<Schema>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('exchanges').addColumn('asker', 'text').execute();
  await schema
    .createIndex('exchanges_by_asker')
    .on('exchanges')
    .columns(['asker', 'asked_at'])
    .execute();

  await schema
    .createTable('feedback')
    .addColumn('exchange_id', 'text', (column) =>
      column.notNull().references('exchanges.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('citation', 'integer')
    .addColumn('note', 'text')
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_once', ['exchange_id', 'person'])
    .execute();
  await schema.createIndex('feedback_by_person').on('feedback').column('person').execute();

  await schema.alterTable('inbox_events').addColumn('person', 'text').execute();
  await schema.alterTable('inbox_events').addColumn('stop_requested_at', 'bigint').execute();

  // Whether an event's turn has come is asked for each open one, so hundreds in one conversation
  // must cost no more than one: what is before it is found by looking into the index once.
  await schema.dropIndex('inbox_events_by_conversation').execute();
  await schema
    .createIndex('inbox_events_in_order')
    .on('inbox_events')
    .columns(['conversation', 'state', 'position', 'event_id'])
    .execute();
}
