import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { type RealPostgres, startRealPostgres } from '../contracts/real-postgres.ts';

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
}, 60_000);
afterAll(() => postgres.stop());

test('a connection that the server ends fails its transaction, and nothing else', async () => {
  const database = await openDatabase(await postgres.createDatabase());
  const { db } = database;
  const transaction = db.transaction().execute(async (own) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(own);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
    // The end arrives while no query is under way, where nobody is there to be told of it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`select 1`.execute(own);
  });
  await expect(transaction).rejects.toThrow();
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
  expect(rows).toEqual([{ one: 1 }]);
  await database.close();
});
