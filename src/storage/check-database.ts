import { sql } from 'kysely';
import { ConcordError } from '../errors.ts';
import type { Database } from './database.ts';

/**
 * Looks through the whole database for damage; on PostgreSQL, which does that itself, only asks for
 * a row.
 *
 * @throws {ConcordError} `database-damaged`.
 */
export async function checkDatabase({ db, dialect }: Database): Promise<void> {
  if (dialect === 'postgres') {
    await sql`select count(*) from counters`.execute(db);
    return;
  }
  const integrity = await sql<{ quick_check: string }>`pragma quick_check(3)`.execute(db);
  const keys = await sql`pragma foreign_key_check`.execute(db);
  const problems = integrity.rows
    .map((row) => row.quick_check)
    .filter((finding) => finding !== 'ok');
  if (keys.rows.length > 0) problems.push(`${keys.rows.length} rows refer to nothing`);
  if (problems.length === 0) return;
  throw new ConcordError('database-damaged', `damaged database: ${problems.join('; ')}`, {
    forPeople: `The database is damaged (${problems.join('; ')}). Stop Concord and restore the last backup, or delete the database file and ingest the library again; questions and answers so far are then lost.`,
  });
}
