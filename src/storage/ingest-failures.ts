import type { StoredFailure } from '../library/index.ts';
import type { Db } from './database.ts';
import { inChunks } from './in-chunks.ts';

const failuresPerStatement = 500;

/** See `LibraryStore.failures`. */
export async function readFailures(db: Db): Promise<StoredFailure[]> {
  return db
    .selectFrom('ingest_failures')
    .select(['source', 'content_hash as contentHash', 'read_with as readWith', 'code', 'reason'])
    .orderBy('source')
    .execute();
}

/** See `LibraryStore.noteFailures`. */
export async function noteFailures(
  db: Db,
  failed: readonly StoredFailure[],
  forget: readonly string[],
): Promise<void> {
  if (failed.length === 0 && forget.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    const replaced = [...forget, ...failed.map(({ source }) => source)];
    await inChunks(replaced, failuresPerStatement, async (chunk) => {
      await transaction.deleteFrom('ingest_failures').where('source', 'in', chunk).execute();
      return [];
    });
    await inChunks(failed, failuresPerStatement, async (chunk) => {
      await transaction
        .insertInto('ingest_failures')
        .values(
          chunk.map(({ source, contentHash, readWith, code, reason }) => ({
            source,
            content_hash: contentHash,
            read_with: readWith,
            code,
            reason,
          })),
        )
        // Another ingest may note the same file at the same time.
        .onConflict((conflict) => conflict.column('source').doNothing())
        .execute();
      return [];
    });
  });
}
