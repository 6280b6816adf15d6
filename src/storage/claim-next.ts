import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** The statements of which taking up a row beside other processes is made. */
export interface ClaimStatements<Row> {
  /** Finds the `id` of the next row that can be taken up. */
  claimable: RawBuilder<{ id: string }>;
  /** What the rows are called in it, to lock the one that is found. */
  alias: string;
  /** Locks what the row shares with others, for the transaction; `locked` is false when it is taken. */
  lockShared(id: string): RawBuilder<{ locked: boolean }>;
  /** A row if it can still be taken up. */
  recheck(id: string): RawBuilder<unknown>;
  /** Takes up the row with this id and gives it back. */
  take(id: RawBuilder<unknown>): RawBuilder<Row>;
}

/**
 * Takes up the next row, beside other processes that do the same; null when there is none. On SQLite
 * that is one statement. On PostgreSQL two processes may each have seen another row of what may be in
 * one process's hands only: the lock lets one of them go on, and the second look is taken behind it.
 */
export async function claimNext<Row>(
  { db, dialect }: Database,
  { claimable, alias, lockShared, recheck, take }: ClaimStatements<Row>,
): Promise<Row | null> {
  if (dialect === 'sqlite') {
    return (await take(sql`(${claimable})`).execute(db)).rows[0] ?? null;
  }
  return db.transaction().execute(async (transaction) => {
    const candidate = sql<{
      id: string;
    }>`${claimable} for update of ${sql.ref(alias)} skip locked`;
    const id = (await candidate.execute(transaction)).rows[0]?.id;
    if (id === undefined) return null;
    const { rows: locks } = await lockShared(id).execute(transaction);
    if (locks[0]?.locked !== true) return null;
    const { rows: free } = await recheck(id).execute(transaction);
    if (free.length === 0) return null;
    return (await take(sql`${id}`).execute(transaction)).rows[0] ?? null;
  });
}
