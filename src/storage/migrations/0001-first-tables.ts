import { type Kysely, sql } from 'kysely';
import type { DatabaseDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/** Library, indexes, inbox, exchanges and deliveries. */
export async function createFirstTables(
  db: Kysely<Schema>,
  dialect: DatabaseDialect,
): Promise<void> {
  const blob = dialect === 'postgres' ? sql`bytea` : sql`blob`;
  const real = dialect === 'postgres' ? sql`double precision` : sql`real`;
  const schema = db.schema;

  await schema
    .createTable('publications')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('authors_json', 'text', (column) => column.notNull())
    .addColumn('date', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('superseded_by', 'text')
    .addColumn('embargoed_until', 'bigint')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('illustrative', 'integer', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('page_count', 'integer')
    .addColumn('page_labels_json', 'text')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('retired_at', 'bigint')
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('folder', 'text')
    .addColumn('read_with', 'text')
    .addColumn('retired_by', 'text')
    .execute();
  await schema
    .createIndex('publications_by_revision')
    .on('publications')
    .column('revision')
    .execute();

  await schema
    .createTable('publication_texts')
    .addColumn('publication_id', 'text', (column) =>
      column.primaryKey().references('publications.id').onDelete('cascade'),
    )
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('page_starts_json', 'text', (column) => column.notNull())
    .addColumn('headings_json', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();

  await schema
    .createTable('passages')
    .addColumn('id', dialect === 'postgres' ? 'bigserial' : 'integer', (column) =>
      dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
    )
    .addColumn('publication_id', 'text', (column) =>
      column.notNull().references('publications.id').onDelete('cascade'),
    )
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('heading_path_json', 'text', (column) => column.notNull())
    .addColumn('page_start', 'integer')
    .addColumn('page_end', 'integer')
    .addColumn('character_start', 'integer', (column) => column.notNull())
    .addColumn('character_end', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('passages_by_publication')
    .on('passages')
    .columns(['publication_id', 'ordinal'])
    .unique()
    .execute();

  await schema
    .createTable('library_folders')
    .addColumn('folder', 'text', (column) => column.primaryKey())
    .execute();

  await schema
    .createTable('ingest_failures')
    .addColumn('source', 'text', (column) => column.primaryKey())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('read_with', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('embedders')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('dimensions', 'integer', (column) => column.notNull())
    .addColumn('model', blob)
    .addColumn('fitted_passages', 'integer', (column) => column.notNull())
    .addColumn('fitted_through', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('embeddings')
    .addColumn('passage_id', dialect === 'postgres' ? 'bigint' : 'integer', (column) =>
      column.notNull().references('passages.id').onDelete('cascade'),
    )
    .addColumn('embedder_id', 'text', (column) =>
      column.notNull().references('embedders.id').onDelete('cascade'),
    )
    .addColumn('vector', blob, (column) => column.notNull())
    .addPrimaryKeyConstraint('embeddings_key', ['passage_id', 'embedder_id'])
    .execute();

  await schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('inbox_events')
    .addColumn('event_id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('body_json', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('pending'))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('available_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('last_error', 'text')
    .addColumn('finished_at', 'bigint')
    .execute();
  await schema
    .createIndex('inbox_events_by_state')
    .on('inbox_events')
    .columns(['state', 'available_at'])
    .execute();
  await schema
    .createIndex('inbox_events_by_conversation')
    .on('inbox_events')
    .columns(['conversation', 'state'])
    .execute();

  await schema
    .createTable('exchanges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('standalone_question', 'text', (column) => column.notNull())
    .addColumn('audiences_json', 'text', (column) => column.notNull())
    .addColumn('answer_json', 'text', (column) => column.notNull())
    .addColumn('confidence', real, (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('duration_ms', real, (column) => column.notNull())
    .execute();
  await schema
    .createIndex('exchanges_by_conversation')
    .on('exchanges')
    .columns(['conversation', 'asked_at'])
    .execute();

  await schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('occasion', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text')
    .addColumn('payload_json', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('message_ts', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_until', 'bigint')
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('sent_at', 'bigint')
    .addUniqueConstraint('deliveries_once', ['subject', 'occasion', 'channel'])
    .execute();
  await schema
    .createIndex('deliveries_by_thread')
    .on('deliveries')
    .columns(['channel', 'thread_ts'])
    .execute();
}
