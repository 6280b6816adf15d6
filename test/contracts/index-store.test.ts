import { describe, expect, test } from 'vitest';
import type { StoredEmbedder } from '../../src/retrieval/index.ts';
import { openFilledLibrary } from '../retrieval/filled-library.ts';
import { describeOnEachDatabase } from './databases.ts';

const embedder = (id: string, createdAt: number, kind = 'latent-semantic'): StoredEmbedder => ({
  id,
  kind,
  dimensions: 2,
  model: new Uint8Array([1, 2, 255]),
  fittedPassages: 3,
  fittedThrough: 4,
  createdAt,
});
const vector = (...values: number[]): Float32Array => Float32Array.from(values);

describeOnEachDatabase('index store', (open) => {
  const openLibrary = async () => openFilledLibrary(await open());

  test('tells publications that changed after a revision', async () => {
    const { indexStore, write, retire } = await openLibrary();
    await write({ id: 'a', passages: ['one'] }, { id: 'b', passages: ['two'] });
    const { library } = await indexStore.revisions();
    const ids = async (after: number) =>
      (await indexStore.publicationsAfter(after)).map(({ id }) => id);
    expect(await ids(0)).toEqual(['a', 'b']);
    expect(await ids(library)).toEqual([]);
    await write({ id: 'b', passages: ['three'], status: 'superseded', embargoedUntil: 5 });
    await retire('a');
    const changed = await indexStore.publicationsAfter(library);
    expect(changed).toMatchObject([
      { id: 'b', status: 'superseded', embargoedUntil: 5, isRetired: false, audience: 'members' },
      { id: 'a', isRetired: true },
    ]);
    expect((await indexStore.revisions()).library).toBe(changed[1]?.revision);
  });

  test('keeps its identity', async () => {
    const { indexStore } = await openLibrary();
    const { identity } = await indexStore.revisions();
    expect(identity).toBeGreaterThan(0);
    expect((await indexStore.revisions()).identity).toBe(identity);
  });

  test('reads passages and counts live ones', async () => {
    const { indexStore, write, retire } = await openLibrary();
    await write({ id: 'a', title: 'A', passages: ['one', 'two', 'three'] });
    await write({ id: 'b', passages: ['four'] });
    const own = await indexStore.passagesOf(['a', 'unknown']);
    expect(own.map(({ text, title, ordinal }) => [text, title, ordinal])).toEqual([
      ['one', 'A', 0],
      ['two', 'A', 1],
      ['three', 'A', 2],
    ]);
    expect(await indexStore.passagesOf([])).toEqual([]);
    const ids = await indexStore.passageIds();
    expect(ids).toHaveLength(4);
    expect(await indexStore.countPassages(0)).toBe(4);
    expect(await indexStore.countPassages(ids[2] ?? 0)).toBe(1);
    await retire('b');
    expect(await indexStore.countPassages(0)).toBe(3);
    expect((await indexStore.passages([ids[1] ?? 0, 999])).map(({ text }) => text)).toEqual([
      'two',
    ]);
  });

  test('fetches hits with their publications', async () => {
    const { indexStore, write } = await openLibrary();
    await write({ id: 'a', passages: ['one', 'two'], authors: ['Writer'] });
    const ids = await indexStore.passageIds();
    const hits = await indexStore.hits([...ids, 999]);
    expect(hits.map(({ passage }) => passage.text).sort()).toEqual(['one', 'two']);
    expect(hits[0]?.publication).toMatchObject({ id: 'a', authors: ['Writer'] });
    expect(await indexStore.hits([])).toEqual([]);
  });

  test('tells hits as they are after every change, also those it has told before', async () => {
    const { indexStore, write, retire } = await openLibrary();
    await write({ id: 'a', passages: ['one', 'two'], title: 'First' });
    const ids = await indexStore.passageIds();
    const titles = async () => (await indexStore.hits(ids)).map((hit) => hit.publication.title);
    expect(await titles()).toEqual(['First', 'First']);
    await write({ id: 'a', passages: ['one', 'two'], title: 'Second' });
    expect(await titles()).toEqual(['Second', 'Second']);
    await retire('a');
    expect((await indexStore.hits(ids))[0]?.publication.retiredAt).toBe(1);
    await write({ id: 'a', passages: ['three'] });
    expect(await titles()).toEqual([]);
  });

  test('keeps embedders, newest first, with their models', async () => {
    const { indexStore } = await openLibrary();
    const before = await indexStore.revisions();
    await indexStore.saveEmbedder(embedder('old', 1));
    await indexStore.saveEmbedder(embedder('new', 2));
    await indexStore.saveEmbedder(embedder('other', 3, 'remote:x'));
    const found = await indexStore.embedders('latent-semantic');
    expect(found.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(found[0]).toEqual({
      id: 'new',
      kind: 'latent-semantic',
      dimensions: 2,
      fittedPassages: 3,
      fittedThrough: 4,
      createdAt: 2,
    });
    const all = async () => (await indexStore.embedders(null)).map(({ id }) => id);
    expect(await all()).toEqual(['other', 'new', 'old']);
    expect([...((await indexStore.embedderModel('old')) ?? [])]).toEqual([1, 2, 255]);
    expect(await indexStore.embedderModel('unknown')).toBeNull();
    expect((await indexStore.revisions()).embeddings).toBe(before.embeddings + 3);
    await indexStore.saveEmbedder({ ...embedder('old', 4), model: null });
    expect(await all()).toEqual(['old', 'other', 'new']);
    expect([...((await indexStore.embedderModel('old')) ?? [])]).toEqual([1, 2, 255]);
  });

  test('counts the vectors of live passages', async () => {
    const { indexStore, write, retire } = await openLibrary();
    await write({ id: 'a', passages: ['one', 'two'] }, { id: 'b', passages: ['three'] });
    await indexStore.saveEmbedder(embedder('e', 1));
    const ids = await indexStore.passageIds();
    const vectors = ids.map((passageId) => ({ passageId, vector: vector(1, 0) }));
    await indexStore.saveVectors('e', vectors);
    expect(await indexStore.countVectors('e')).toBe(3);
    expect(await indexStore.countVectors('other')).toBe(0);
    await retire('a');
    expect(await indexStore.countVectors('e')).toBe(1);
  });

  test('lets one process embed at a time, until it gives that back or its claim ends', async () => {
    const { indexStore } = await openLibrary();
    const claim = (now: number, until: number, held: number | null = null) =>
      indexStore.claimEmbedding({ now, until, held });
    expect(await claim(1_000, 2_000)).toBe(true);
    expect(await claim(1_500, 2_500)).toBe(false);
    expect(await claim(1_500, 2_500, 1_999)).toBe(false);
    expect(await claim(1_500, 2_600, 2_000)).toBe(true);
    expect(await claim(2_600, 3_600)).toBe(true);
    expect(await claim(2_700, 0, 3_600)).toBe(true);
    expect(await claim(2_800, 3_800)).toBe(true);
  });

  test('does not wait for a claim of a clock that ran ahead', async () => {
    const { indexStore } = await openLibrary();
    const week = 7 * 86_400_000;
    await indexStore.claimEmbedding({ now: week, until: week + 30_000, held: null });
    expect(await indexStore.claimEmbedding({ now: 1_000, until: 2_000, held: null })).toBe(true);
  });

  test('keeps vectors exactly, and drops them with their embedder or passage', async () => {
    const { indexStore, write } = await openLibrary();
    await write({ id: 'a', passages: ['one', 'two'] }, { id: 'b', passages: ['three'] });
    await indexStore.saveEmbedder(embedder('e', 1));
    const [first = 0, second = 0, third = 0] = await indexStore.passageIds();
    expect(await indexStore.passageIdsWithoutVector('e')).toEqual([first, second, third]);
    const { embeddings } = await indexStore.revisions();
    await indexStore.saveVectors('e', [
      { passageId: first, vector: vector(0.1, -0.25) },
      { passageId: second, vector: vector(1, 0) },
      { passageId: 999, vector: vector(1, 0) },
    ]);
    await indexStore.saveVectors('e', [{ passageId: second, vector: vector(0, 1) }]);
    expect((await indexStore.revisions()).embeddings).toBe(embeddings + 2);
    expect(await indexStore.passageIdsWithoutVector('e')).toEqual([third]);
    const all = await indexStore.vectorsAfter('e', 0, 10);
    expect(all.map(({ passageId, vector: kept }) => [passageId, ...kept])).toEqual([
      [first, Math.fround(0.1), -0.25],
      [second, 0, 1],
    ]);
    expect(await indexStore.vectorsAfter('e', first, 10)).toHaveLength(1);
    expect(await indexStore.vectorsOf('e', [second, third])).toHaveLength(1);
    await indexStore.removeVectors([second]);
    expect(await indexStore.passageIdsWithoutVector('e')).toEqual([second, third]);
    await write({ id: 'a', passages: ['rewritten'] });
    expect(await indexStore.vectorsAfter('e', 0, 10)).toEqual([]);
    await indexStore.saveVectors('e', [{ passageId: third, vector: vector(1, 0) }]);
    await indexStore.removeEmbedders(['e']);
    expect(await indexStore.embedders('latent-semantic')).toEqual([]);
    expect(await indexStore.vectorsAfter('e', 0, 10)).toEqual([]);
  });
});

describe('index store on a large library', () => {
  test('writes and reads more rows than a statement may have parameters', async () => {
    const library = await openFilledLibrary();
    const passages = Array.from({ length: 12_000 }, (_, at) => `text ${at}`);
    await library.write({ id: 'a', passages });
    await library.indexStore.saveEmbedder(embedder('e', 1));
    const ids = await library.indexStore.passageIds();
    await library.indexStore.saveVectors(
      'e',
      ids.map((passageId) => ({ passageId, vector: vector(1, 0) })),
    );
    expect(await library.indexStore.passageIdsWithoutVector('e')).toEqual([]);
    expect(await library.indexStore.vectorsOf('e', ids)).toHaveLength(12_000);
    expect(await library.indexStore.hits(ids)).toHaveLength(12_000);
    await library.close();
  });
});
