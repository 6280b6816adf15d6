import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { startIngest } from './start-ingest.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-ingest-twice-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('processes that ingest the same folder at once share the work and duplicate nothing', async () => {
  const folder = join(root, 'library');
  const location = join(root, 'concord.sqlite');
  mkdirSync(folder);
  const files = 120;
  for (let file = 0; file < files; file += 1) {
    const paragraph = `In paper ${file} the partners agreed to measure outcomes. `.repeat(200);
    writeFileSync(join(folder, `${file}.txt`), `Paper ${file}\n${paragraph}`);
  }
  const ingests = [0, 1, 2].map(() => startIngest(location, folder));
  const reports = await Promise.all(ingests.map((ingest) => ingest.finish()));

  expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
  const added = reports.flatMap((report) => report.added);
  expect(new Set(added).size).toBe(files);
  expect(added).toHaveLength(files);
  for (const report of reports) expect(report.added.length + report.unchanged).toBe(files);
  const { db, close } = await openDatabase(location);
  const store = createLibraryStore(db);
  expect(await store.list()).toHaveLength(files);
  const { count } = await db
    .selectFrom('passages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(reports.reduce((sum, { passages }) => sum + passages, 0));
  await close();
}, 60_000);
