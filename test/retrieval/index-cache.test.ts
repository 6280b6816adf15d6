import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IndexStore } from '../../src/retrieval/index.ts';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine, findPublications } from './test-engine.ts';

let directory = '';
let library: FilledLibrary;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-cache-'));
  library = await openFilledLibrary();
  await library.write(...writtenPublications(40));
  const engine = createTestEngine(library.indexStore, { cacheDirectory: directory });
  await engine.refresh();
  await engine.embedMissing();
  await engine.saveCache();
});
afterEach(async () => {
  await library.close();
  await rm(directory, { recursive: true, force: true });
});

/** A store that counts the passages that are read in order to be indexed. */
function countReads(store: IndexStore): { store: IndexStore; reads: () => number } {
  let reads = 0;
  const passagesOf: IndexStore['passagesOf'] = async (...request) => {
    const passages = await store.passagesOf(...request);
    reads += passages.length;
    return passages;
  };
  return { store: { ...store, passagesOf }, reads: () => reads };
}

async function findAfterStart() {
  const { store, reads } = countReads(library.indexStore);
  const engine = createTestEngine(store, { cacheDirectory: directory });
  const { withoutVector } = await engine.refresh();
  const found = await findPublications(engine, 'stroke report with figures');
  const plain = createTestEngine(library.indexStore);
  await plain.refresh();
  expect(found).toEqual(await findPublications(plain, 'stroke report with figures'));
  return { reads: reads(), withoutVector };
}

describe('index cache', () => {
  test('spares indexing, and finds the same', async () => {
    expect(await findAfterStart()).toEqual({ reads: 0, withoutVector: 0 });
  });

  test('of an earlier revision is brought up to date', async () => {
    await library.write({ id: 'new', passages: ['A stroke report with figures, revised.'] });
    expect(await findAfterStart()).toEqual({ reads: 1, withoutVector: 1 });
  });

  test('of another database is not used', async () => {
    const other = await openFilledLibrary();
    await other.write(...writtenPublications(41));
    const { store, reads } = countReads(other.indexStore);
    await createTestEngine(store, { cacheDirectory: directory }).refresh();
    expect(reads()).toBe(123);
    await other.close();
  });

  test('from a later revision than the database, restored from a backup, is not used', async () => {
    await library.database.db
      .updateTable('counters')
      .set({ value: 0 })
      .where('name', '=', 'embedding_revision')
      .execute();
    expect((await findAfterStart()).reads).toBe(120);
  });

  test.each(['cut short', 'altered', 'emptied', 'replaced by text'])(
    'that was %s is not used',
    async (damage) => {
      const path = join(directory, 'index.cache');
      const bytes = await readFile(path);
      const half = Math.floor(bytes.length / 2);
      const damaged = {
        'cut short': bytes.subarray(0, half),
        altered: Buffer.from(bytes),
        emptied: Buffer.alloc(0),
        'replaced by text': Buffer.from('not a cache at all, only text'),
      }[damage];
      if (!damaged) throw new Error(damage);
      if (damage === 'altered') damaged[half] = (damaged[half] ?? 0) ^ 1;
      await writeFile(path, damaged);
      expect((await findAfterStart()).reads).toBe(120);
    },
  );

  test('is written only when something changed, and leaves no other files', async () => {
    const engine = createTestEngine(library.indexStore, { cacheDirectory: directory });
    await engine.refresh();
    await rm(join(directory, 'index.cache'));
    await engine.saveCache();
    expect(await readdir(directory)).toEqual([]);
    await library.write({ id: 'new', passages: ['More.'] });
    await engine.refresh();
    await engine.saveCache();
    expect(await readdir(directory)).toEqual(['index.cache']);
  });
});
