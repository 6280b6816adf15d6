import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Name of the counter that goes up with every change of publications and passages. */
export const libraryRevisionCounter = 'library_revision';

/** The library's revision, 0 before anything was saved. */
export async function readLibraryRevision(db: Db): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('name', '=', libraryRevisionCounter)
    .executeTakeFirst();
  return row?.value ?? 0;
}

/**
 * Raises the library's revision. As the first statement of a transaction it also makes all that
 * change the library wait for each other, so that what they read next is the latest.
 */
export async function nextLibraryRevision(db: Db): Promise<number> {
  const row = await db
    .insertInto('counters')
    .values({ name: libraryRevisionCounter, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: sql<number>`counters.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
