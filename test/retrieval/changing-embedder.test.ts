import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { EmbedderChoice, RemoteEmbedder } from '../../src/retrieval/index.ts';
import {
  createFakeRemoteEmbedder,
  type FakeRemoteEmbedder,
} from '../fakes/fake-remote-embedder.ts';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine, findPublications } from './test-engine.ts';

const opened: FilledLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

/** 60 passages. */
async function openLibrary(): Promise<FilledLibrary> {
  const library = await openFilledLibrary();
  opened.push(library);
  await library.write(...writtenPublications(20));
  return library;
}

const semantic = { pipeline: 'semantic' as const };
const passages = 60;

/** A choice of one embedder, with others that can still be asked. */
const choose = (embedder: RemoteEmbedder, ...earlier: RemoteEmbedder[]): EmbedderChoice => ({
  kind: 'remote',
  embedder,
  earlier: (id) => earlier.find((one) => one.id === id) ?? null,
});

const storedIds = async ({ indexStore }: FilledLibrary): Promise<string[]> =>
  (await indexStore.embedders(null)).map(({ id, kind }) =>
    kind === 'latent-semantic' ? 'local' : id,
  );

/** Embeds the whole library as chosen. */
async function embedWith(library: FilledLibrary, embedder: EmbedderChoice): Promise<void> {
  const engine = createTestEngine(library.indexStore, { embedder });
  await engine.embedMissing();
  await engine.close();
}

/** Fails from the so-manieth text on. */
function failAfter(embedder: FakeRemoteEmbedder, texts: number): void {
  embedder.before = () => {
    if (embedder.embedded.length >= texts) throw new Error('service away');
  };
}

describe('a newly chosen embedder', () => {
  test('takes over when it covers the library, until then the earlier one answers', async () => {
    const library = await openLibrary();
    const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
    await embedWith(library, choose(old));
    const engine = createTestEngine(library.indexStore, { embedder: choose(chosen, old) });
    expect(await engine.refresh()).toMatchObject({ withoutVector: 0, toEmbed: passages });

    const askedMeanwhile: string[] = [];
    let batches = 0;
    chosen.before = async (text) => {
      if (text.startsWith('query') || chosen.embedded.length < 4 * batches) return;
      batches += 1;
      await engine.refresh();
      const found = await findPublications(engine, `query stroke ${batches}`, semantic);
      askedMeanwhile.push(`${found.length > 0} ${chosen.queries.length}`);
    };
    await engine.embedMissing();
    expect(askedMeanwhile.length).toBe(15);
    expect(new Set(askedMeanwhile)).toEqual(new Set(['true 0']));
    expect(old.queries).toHaveLength(15);

    chosen.before = () => {};
    await findPublications(engine, 'stroke', semantic);
    expect(chosen.queries).toEqual(['stroke']);
    expect(old.queries).toHaveLength(15);
    expect(await storedIds(library)).toEqual(['new']);
    expect(await engine.refresh()).toMatchObject({ toEmbed: 0, superseded: 0 });
  });

  test('leaves the searches to the local space, if that was chosen before', async () => {
    const library = await openLibrary();
    await embedWith(library, { kind: 'local' });
    // Newer and as complete, but its service is not configured any more.
    const keeping = { ...library.indexStore, removeEmbedders: async () => {} };
    const gone = createFakeRemoteEmbedder('gone');
    await createTestEngine(keeping, { embedder: choose(gone) }).embedMissing();
    const chosen = createFakeRemoteEmbedder('new');
    failAfter(chosen, 8);
    const engine = createTestEngine(library.indexStore, { embedder: choose(chosen) });
    await expect(engine.embedMissing()).rejects.toThrow('service away');
    await engine.refresh();
    expect((await findPublications(engine, 'stroke', semantic)).length).toBeGreaterThan(0);
    expect([chosen.queries, gone.queries]).toEqual([[], []]);
    expect(await storedIds(library)).toEqual(['new', 'gone', 'local']);
  });

  test('leaves the searches to the words when nothing else can be asked', async () => {
    const library = await openLibrary();
    await embedWith(library, choose(createFakeRemoteEmbedder('gone')));
    const chosen = createFakeRemoteEmbedder('new');
    const engine = createTestEngine(library.indexStore, { embedder: choose(chosen) });
    expect(await engine.refresh()).toEqual({
      publications: 20,
      withoutVector: passages,
      toEmbed: passages,
      superseded: 0,
    });
    expect((await findPublications(engine, 'stroke')).length).toBeGreaterThan(0);
    expect(chosen.queries).toEqual([]);
    await engine.embedMissing();
    expect(await storedIds(library)).toEqual(['new']);
  });

  test('given up half-way leaves the earlier one whole, and is gone on with later', async () => {
    const library = await openLibrary();
    const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
    await embedWith(library, choose(old));
    failAfter(chosen, 20);
    await expect(embedWith(library, choose(chosen, old))).rejects.toThrow('service away');
    const back = createTestEngine(library.indexStore, { embedder: choose(old, chosen) });
    expect(await back.refresh()).toMatchObject({ withoutVector: 0, toEmbed: 0, superseded: 0 });
    await back.embedMissing();
    expect(old.embedded).toHaveLength(passages);
    expect(await library.indexStore.countVectors('new')).toBe(20);

    chosen.before = () => {};
    await embedWith(library, choose(chosen, old));
    expect(chosen.embedded).toHaveLength(passages);
    expect(await storedIds(library)).toEqual(['new']);
  });

  test('is followed by other processes, which embed nothing themselves', async () => {
    const library = await openLibrary();
    const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
    await embedWith(library, choose(old));
    const embedder = choose(chosen, old);
    const replica = createTestEngine(library.indexStore, { embedder });
    await replica.refresh();
    await findPublications(replica, 'stroke', semantic);
    expect(old.queries).toHaveLength(1);
    await embedWith(library, embedder);
    // Before it looks again, the vectors that it holds still serve.
    expect((await findPublications(replica, 'stroke', semantic)).length).toBeGreaterThan(0);
    expect(await replica.refresh()).toMatchObject({ withoutVector: 0, toEmbed: 0 });
    await findPublications(replica, 'stroke', semantic);
    expect(chosen.queries).toHaveLength(1);
    expect(chosen.embedded).toHaveLength(passages);
  });

  test('is not undone by a process that is still configured for the earlier one', async () => {
    const library = await openLibrary();
    const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
    const stale = createTestEngine(library.indexStore, { embedder: choose(old) });
    await stale.embedMissing();
    await embedWith(library, choose(chosen, old));
    await stale.refresh();
    await stale.embedMissing();
    expect(old.embedded).toHaveLength(passages);
    expect(await storedIds(library)).toEqual(['new']);
    expect((await findPublications(stale, 'stroke')).length).toBeGreaterThan(0);
  });

  test('that took over before a kill could tidy up removes the earlier one later', async () => {
    const library = await openLibrary();
    const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
    await embedWith(library, choose(old));
    const { indexStore } = library;
    const removing = { ...indexStore, removeEmbedders: () => Promise.reject(new Error('killed')) };
    const killed = createTestEngine(removing, { embedder: choose(chosen, old) });
    await expect(killed.embedMissing()).rejects.toThrow('killed');
    expect(await storedIds(library)).toEqual(['new', 'old']);
    const next = createTestEngine(indexStore, { embedder: choose(chosen, old) });
    expect(await next.refresh()).toMatchObject({ toEmbed: 0, superseded: 1 });
    await next.embedMissing();
    expect(await storedIds(library)).toEqual(['new']);
    expect(chosen.embedded).toHaveLength(passages);
  });

  test('that covers the library is found at a start, whatever the cache was made with', async () => {
    const library = await openLibrary();
    const directory = await mkdtemp(join(tmpdir(), 'concord-cache-'));
    try {
      const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
      await embedWith(library, choose(old));
      const { indexStore } = library;
      const keeping = { ...indexStore, removeEmbedders: async () => {} };
      const cached = { cacheDirectory: directory };
      const first = createTestEngine(keeping, { ...cached, embedder: choose(chosen, old) });
      await first.embedMissing();
      await first.saveCache();
      await first.close();
      const back = createTestEngine(indexStore, { ...cached, embedder: choose(old, chosen) });
      expect(await back.refresh()).toMatchObject({ withoutVector: 0, toEmbed: 0 });
      await findPublications(back, 'stroke', semantic);
      expect([old.queries, chosen.queries]).toEqual([['stroke'], []]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test('is taken over at once by who embedded, and not at every look while it is filled', async () => {
    const library = await openLibrary();
    const chosen = createFakeRemoteEmbedder('new');
    const engine = createTestEngine(library.indexStore, { embedder: choose(chosen) });
    await engine.refresh();
    const lacking: number[] = [];
    chosen.before = async () => {
      const { withoutVector } = await engine.refresh({ isEmbedding: true });
      lacking.push(withoutVector);
    };
    await engine.embedMissing();
    expect(new Set(lacking)).toEqual(new Set([passages]));
    expect(await engine.refresh()).toMatchObject({ withoutVector: 0, toEmbed: 0 });
  });
});
