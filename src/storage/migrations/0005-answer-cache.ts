import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What an exchange's answer is found by when the same is asked again. */
export async function addAnswerCache(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('exchanges').addColumn('cache_key', 'text').execute();
  await db.schema
    .createIndex('exchanges_by_cache_key')
    .on('exchanges')
    .columns(['cache_key', 'asked_at'])
    .execute();
}
