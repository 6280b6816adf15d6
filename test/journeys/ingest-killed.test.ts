import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assembleText, type LibraryStore, splitIntoPassages } from '../../src/library/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { documentOf } from './ingest-process.ts';
import { startIngest } from './start-ingest.ts';

const kills = 20;
/** Some ingests may have ended before they could be killed. */
const mostAttempts = 40;
const files = 24;
const changedEachTime = 18;

let root = '';
let folder = '';
let location = '';
/** The version of each file on disk; 0 when it is not there. */
const versions = Array.from({ length: files }, () => 0);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-ingest-killed-'));
  folder = join(root, 'library');
  location = join(root, 'concord.sqlite');
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function textOf(file: number, version: number): string {
  const paragraphs = Array.from(
    { length: 100 + (file % 7) * 40 },
    (_, index) =>
      `In version ${version} of paper ${file}, partner ${index} agreed to measure outcome ${index * version}. ` +
      `It was ${index + version} per cent, and nobody in team ${file} disagreed.`,
  );
  return [`Paper ${file}, version ${version}`, ...paragraphs].join('\n');
}

function changeFiles(round: number): void {
  for (let step = 0; step < changedEachTime; step += 1) {
    const file = (round * 17 + step) % files;
    const version = (step + round) % 11 === 0 ? 0 : round;
    versions[file] = version;
    const path = join(folder, `${file}.txt`);
    if (version === 0) rmSync(path, { force: true });
    else writeFileSync(path, textOf(file, version));
  }
}

/** How many publications are as the files are now. Fails when anything is not whole. */
async function countCurrent(): Promise<number> {
  const { db, close } = await openDatabase(location);
  try {
    const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
    const store = createLibraryStore(db);
    let current = 0;
    for (const { id, source, retiredAt } of await store.list({ retired: 'any' })) {
      const file = Number.parseInt(source, 10);
      const version = await versionOf(store, id, file);
      if (retiredAt === null ? version === versions[file] : versions[file] === 0) current += 1;
    }
    return current;
  } finally {
    await close();
  }
}

/** The version that is stored, after making sure that it is stored whole. */
async function versionOf(store: LibraryStore, id: string, file: number): Promise<number> {
  const stored = await store.text(id);
  const version = Number(/version (\d+)/.exec(stored?.text ?? '')?.[1]);
  const assembled = assembleText(documentOf(textOf(file, version)).blocks);
  expect(stored?.text).toBe(assembled.text);
  const passages = await store.passagesOf(id);
  expect(passages.map(({ id: _, publicationId: __, ...passage }) => passage)).toEqual(
    splitIntoPassages(assembled),
  );
  return version;
}

test('an ingest killed at any moment leaves whole publications, and the next one completes', async () => {
  let round = 1;
  for (; versions.includes(0) && round < 4; round += 1) changeFiles(round);
  const first = startIngest(location, folder);
  const startedAt = performance.now();
  expect((await first.finish()).failed).toEqual([]);
  // The first ingest also warmed up, and changed all files.
  let span = (performance.now() - startedAt) / 2;

  let killed = 0;
  let next = startIngest(location, folder);
  for (let attempt = 0; killed < kills && attempt < mostAttempts; attempt += 1) {
    changeFiles(round);
    round += 1;
    const current = next;
    const ended = once(current.process, 'exit');
    await current.begin();
    // From the first moment to about the last, in an order that does not follow the files.
    await wait((span * ((attempt * 7) % kills)) / kills);
    current.process.kill('SIGKILL');
    const [, signal] = await ended;
    if (signal === 'SIGKILL') killed += 1;
    else span *= 0.8;
    next = startIngest(location, folder);
    await countCurrent();
  }
  expect(killed).toBe(kills);

  const report = await next.finish();
  expect(report.failed).toEqual([]);
  expect(await countCurrent()).toBe(files);
  const last = startIngest(location, folder);
  const again = await last.finish();
  expect(again).toMatchObject({ added: [], changed: [], retired: [], restored: [] });
  expect(again.unchanged).toBe(versions.filter((version) => version > 0).length);
}, 120_000);
