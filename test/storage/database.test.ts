import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { describeOnEachDatabase } from '../contracts/databases.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase('a database', (open) => {
  test('has every table and enforces references', async () => {
    const { db } = await open();
    const passage = {
      publication_id: 'nobody',
      ordinal: 0,
      text: '',
      heading_path_json: '[]',
      character_start: 0,
      character_end: 0,
    };
    await expect(db.insertInto('passages').values(passage).execute()).rejects.toThrow(
      /foreign key/i,
    );
  });

  test('gives instants as numbers', async () => {
    const { db } = await open();
    await db.insertInto('counters').values({ name: 'instant', value: 1_900_000_000_123 }).execute();
    expect(await db.selectFrom('counters').selectAll().execute()).toEqual([
      { name: 'instant', value: 1_900_000_000_123 },
    ]);
  });

  test('undoes a transaction that fails', async () => {
    const { db } = await open();
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('counters').values({ name: 'a', value: 1 }).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.selectFrom('counters').selectAll().execute()).toEqual([]);
  });

  test('refuses to work on what a later version has written', async () => {
    const { db } = await open();
    await sql`insert into migrations values ('9999-from-the-future', '2999-01-01')`.execute(db);
    const { migrate } = await import('../../src/storage/migrate.ts');
    await expect(migrate(db, 'sqlite')).rejects.toMatchObject({ code: 'database-too-new' });
  });
});

describe('openDatabase', () => {
  test('makes the folder, keeps what was written and survives being opened again', async () => {
    const path = join(folder, 'new', 'concord.sqlite');
    const first = await openDatabase(path);
    await first.db.insertInto('counters').values({ name: 'a', value: 1 }).execute();
    await first.close();
    const second = await openDatabase(path);
    expect(await second.db.selectFrom('counters').selectAll().execute()).toHaveLength(1);
    await second.close();
  });

  test('writes ahead and waits for the disk', async () => {
    const { db, close } = await openDatabase(join(folder, 'concord.sqlite'));
    const read = async (pragma: string): Promise<unknown> =>
      Object.values((await sql.raw<object>(`pragma ${pragma}`).execute(db)).rows[0] ?? {})[0];
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
    await close();
  });

  test('lets several processes open a new database at once', async () => {
    const path = join(folder, 'concord.sqlite');
    const run = promisify(execFile);
    const results = await Promise.all(
      Array.from({ length: 4 }, () =>
        run(process.execPath, [join(import.meta.dirname, 'open-once.ts'), path]),
      ),
    );
    expect(results.map(({ stdout }) => stdout)).toEqual(['0', '0', '0', '0']);
  });

  test('says that a file is no database', async () => {
    const path = join(folder, 'concord.sqlite');
    writeFileSync(path, 'These are the minutes of the last meeting. '.repeat(100));
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'database-unreachable',
      forPeople: expect.stringContaining(path),
    });
  });

  test('says that a server cannot be reached, without its password', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const address = free.address();
    await new Promise((resolve) => free.close(resolve));
    const port = typeof address === 'object' ? address?.port : 0;
    const opening = openDatabase(`postgres://concord:secret@127.0.0.1:${port}/concord`);
    const error = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'database-unreachable' });
    const { message, forPeople } = error as { message: string; forPeople: string };
    expect(forPeople).toContain(`127.0.0.1:${port}`);
    expect(message + forPeople).not.toContain('secret');
  });
});
