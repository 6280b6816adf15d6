import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What a model did for an exchange. */
export async function addModelRuns(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('exchanges').addColumn('model_run_json', 'text').execute();
}
