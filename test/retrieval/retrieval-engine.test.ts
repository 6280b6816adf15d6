import { afterEach, describe, expect, test } from 'vitest';
import type { EmbeddingProgress } from '../../src/retrieval/index.ts';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine, findPublications } from './test-engine.ts';

const opened: FilledLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

async function openLibrary(): Promise<FilledLibrary> {
  const library = await openFilledLibrary();
  opened.push(library);
  return library;
}

describe('refresh', () => {
  test('follows added, changed and retired publications', async () => {
    const library = await openLibrary();
    const engine = createTestEngine(library.indexStore);
    expect(await engine.refresh()).toEqual({
      publications: 0,
      withoutVector: 0,
      toEmbed: 0,
      superseded: 0,
    });

    await library.write(
      { id: 'a', passages: ['Asthma clinics open earlier.'] },
      { id: 'b', passages: ['Stroke wards are full.'] },
    );
    expect(await engine.refresh()).toMatchObject({ publications: 2, withoutVector: 2, toEmbed: 2 });
    expect(await findPublications(engine, 'asthma')).toEqual(['a']);

    await library.write({ id: 'a', passages: ['Diabetes clinics open earlier.'] });
    expect((await engine.refresh()).publications).toBe(1);
    expect(await findPublications(engine, 'asthma')).toEqual([]);
    expect(await findPublications(engine, 'diabetes')).toEqual(['a']);

    await library.retire('a');
    await engine.refresh();
    expect(await findPublications(engine, 'diabetes')).toEqual([]);
    expect(engine.termStatistics.passages).toBe(1);
    expect((await engine.refresh()).publications).toBe(0);
  });

  test('sees a change of audience without new passages', async () => {
    const library = await openLibrary();
    const engine = createTestEngine(library.indexStore);
    const passages = ['Budget figures for the winter.'];
    await library.write({ id: 'a', audience: 'members', passages });
    await engine.refresh();
    expect(await findPublications(engine, 'budget')).toEqual(['a']);
    await library.write({ id: 'a', audience: 'staff', passages });
    await engine.refresh();
    expect(await findPublications(engine, 'budget')).toEqual([]);
  });

  test('finds a publication by its new title, and embeds it anew', async () => {
    const library = await openLibrary();
    const engine = createTestEngine(library.indexStore);
    await library.write(...writtenPublications(10));
    await engine.refresh();
    await engine.embedMissing();
    const [first] = writtenPublications(1);
    if (!first) throw new Error('no publication');
    await library.write({ ...first, title: 'Physiotherapy at home' });
    expect(await engine.refresh()).toMatchObject({ publications: 1, withoutVector: 3, toEmbed: 3 });
    expect(await findPublications(engine, 'physiotherapy')).toEqual(['publication-0']);
    await engine.embedMissing();
    expect((await engine.refresh()).withoutVector).toBe(0);
  });

  test('another engine on the same database sees what this one embedded', async () => {
    const library = await openLibrary();
    await library.write(...writtenPublications(20));
    const reading = createTestEngine(library.indexStore);
    expect((await reading.refresh()).withoutVector).toBe(60);
    const writing = createTestEngine(library.indexStore);
    await writing.refresh();
    await writing.embedMissing();
    expect((await reading.refresh()).withoutVector).toBe(0);
    const request = { pipeline: 'semantic' as const };
    expect(await findPublications(reading, 'stroke', request)).toEqual(
      await findPublications(writing, 'stroke', request),
    );
  });
});

describe('embedding', () => {
  test('gives every passage a vector and reports how far it is', async () => {
    const library = await openLibrary();
    await library.write(...writtenPublications(24));
    const engine = createTestEngine(library.indexStore);
    const progress: EmbeddingProgress[] = [];
    await engine.embedMissing({ onProgress: (step) => progress.push(step) });
    expect(progress[0]).toEqual({ stage: 'fit', done: 0, total: 72 });
    expect(progress.at(-1)).toEqual({ stage: 'embed', done: 72, total: 72 });
    expect((await engine.refresh()).withoutVector).toBe(0);
    expect(await findPublications(engine, 'stroke', { pipeline: 'semantic', limit: 3 })).toContain(
      'publication-5',
    );
  });

  test('keeps the embedder for a small change and fits anew after a large one', async () => {
    const library = await openLibrary();
    const engine = createTestEngine(library.indexStore);
    const embedders = async (): Promise<string[]> =>
      (await library.indexStore.embedders('latent-semantic')).map(({ id }) => id);
    await library.write(...writtenPublications(40));
    await engine.embedMissing();
    const [first] = await embedders();
    await library.write({ id: 'new', passages: ['One more about the ward.'] });
    await engine.embedMissing();
    expect(await embedders()).toEqual([first]);
    await library.write(...writtenPublications(60).slice(40));
    await engine.embedMissing();
    const after = await embedders();
    expect(after).toHaveLength(1);
    expect(after[0]).not.toBe(first);
    expect((await engine.refresh()).withoutVector).toBe(0);
  });

  test('goes on after a stop between fit and embedding, without fitting again', async () => {
    const library = await openLibrary();
    await library.write(...writtenPublications(40));
    const stop = new AbortController();
    const stopped = createTestEngine(library.indexStore).embedMissing({
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage === 'embed') stop.abort(new Error('killed'));
      },
    });
    await expect(stopped).rejects.toThrow('killed');
    const [fitted] = await library.indexStore.embedders('latent-semantic');
    const engine = createTestEngine(library.indexStore);
    const stages = new Set<string>();
    await engine.embedMissing({ onProgress: ({ stage }) => stages.add(stage) });
    expect([...stages]).toEqual(['embed']);
    expect((await library.indexStore.embedders('latent-semantic'))[0]?.id).toBe(fitted?.id);
    expect((await engine.refresh()).withoutVector).toBe(0);
  });

  test('searches with the earlier vectors until the new ones are complete', async () => {
    const library = await openLibrary();
    const engine = createTestEngine(library.indexStore);
    await library.write(...writtenPublications(20));
    await engine.embedMissing();
    await library.write(...writtenPublications(30).slice(20));
    await engine.refresh();
    const stop = new AbortController();
    const half = engine.embedMissing({
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage === 'embed') stop.abort(new Error('killed'));
      },
    });
    await expect(half).rejects.toThrow('killed');
    await engine.refresh();
    const found = await findPublications(engine, 'stroke', { pipeline: 'semantic' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((id) => Number(id.split('-')[1]) < 20)).toBe(true);
  });

  test('replaces a damaged model', async () => {
    const library = await openLibrary();
    await library.write(...writtenPublications(20));
    await createTestEngine(library.indexStore).embedMissing();
    await library.database.db
      .updateTable('embedders')
      .set({ model: new Uint8Array([1, 2, 3]) })
      .execute();
    const engine = createTestEngine(library.indexStore);
    await engine.refresh();
    expect((await findPublications(engine, 'stroke')).length).toBeGreaterThan(0);
    await engine.embedMissing();
    expect((await engine.refresh()).withoutVector).toBe(0);
  });

  test('stops when the engine is closed', async () => {
    const library = await openLibrary();
    await library.write(...writtenPublications(5));
    const engine = createTestEngine(library.indexStore);
    await engine.close();
    await expect(engine.embedMissing()).rejects.toThrow('closed');
  });
});
