import { openDatabase } from '../../src/storage/database.ts';

// Run as a process of its own: opens the database given and says how many migrations it sees.
const { db, close } = await openDatabase(process.argv[2] ?? '');
const { count } = await db
  .selectFrom('counters')
  .select((select) => select.fn.countAll<number>().as('count'))
  .executeTakeFirstOrThrow();
process.stdout.write(String(count));
await close();
