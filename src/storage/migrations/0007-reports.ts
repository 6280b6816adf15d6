import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Reports, the publications that they draw on, and which process is writing one. */
export async function addReports(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('report_json', 'text', (column) => column.notNull())
    .addColumn('model_run_json', 'text')
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('reports_by_key').on('reports').columns(['key', 'made_at']).execute();
  await db.schema.createIndex('reports_by_use').on('reports').column('used_at').execute();
  await db.schema.createIndex('reports_by_owner').on('reports').column('owner').execute();

  await db.schema
    .createTable('report_publications')
    .addColumn('report_id', 'text', (column) =>
      column.notNull().references('reports.id').onDelete('cascade'),
    )
    .addColumn('publication_id', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_publications_once', ['report_id', 'publication_id'])
    .execute();

  await db.schema
    .createTable('report_claims')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .execute();
}
