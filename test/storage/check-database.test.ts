import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../src/storage/check-database.ts';
import { openDatabase } from '../../src/storage/database.ts';

test('a sound database passes, a damaged one is named with what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'concord-check-'));
  const path = join(folder, 'library.sqlite');
  try {
    const sound = await openDatabase(path);
    await sound.db
      .insertInto('counters')
      .values(Array.from({ length: 2_000 }, (_, n) => ({ name: `counter-${n}`, value: n })))
      .execute();
    await checkDatabase(sound);
    await sound.close();

    const { size } = await stat(path);
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(8_192, 0x5a), 0, 8_192, size - 12_288);
    await file.close();
    const damaged = await openDatabase(path);
    await expect(checkDatabase(damaged)).rejects.toMatchObject({ code: 'database-damaged' });
    await damaged.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
