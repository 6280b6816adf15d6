import type { RawBuilder } from 'kysely';
import type { Db } from './database.ts';

/** The statements of which taking up a row beside other processes is made. */
export interface ClaimStatements<Row> {
  /** Finds the next row that can be taken up, and locks it or passes over it: `for update skip locked`. */
  candidate: RawBuilder<{ id: string }>;
  /** Locks what the row shares with others, for the transaction; `locked` is false when it is taken. */
  lockShared(id: string): RawBuilder<{ locked: boolean }>;
  /** A row if it can still be taken up. */
  recheck(id: string): RawBuilder<unknown>;
  take(id: string): RawBuilder<Row>;
}

/**
 * Takes up a row on PostgreSQL beside other processes that do the same. Two of them may each have
 * seen another row of what may be in one process's hands only: the lock lets one of them go on, and
 * the second look is taken behind it.
 */
export async function claimBesideOthers<Row>(
  db: Db,
  { candidate, lockShared, recheck, take }: ClaimStatements<Row>,
): Promise<Row | null> {
  return db.transaction().execute(async (transaction) => {
    const id = (await candidate.execute(transaction)).rows[0]?.id;
    if (id === undefined) return null;
    const { rows: locks } = await lockShared(id).execute(transaction);
    if (locks[0]?.locked !== true) return null;
    const { rows: free } = await recheck(id).execute(transaction);
    if (free.length === 0) return null;
    return (await take(id).execute(transaction)).rows[0] ?? null;
  });
}
