import { afterEach, describe, expect, test } from 'vitest';
import type { EmbeddingPlan, EmbeddingUsage } from '../../src/retrieval/index.ts';
import { createFakeRemoteEmbedder } from '../fakes/fake-remote-embedder.ts';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine, findPublications } from './test-engine.ts';

const opened: FilledLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

async function openLibrary(publications = 20): Promise<FilledLibrary> {
  const library = await openFilledLibrary();
  opened.push(library);
  await library.write(...writtenPublications(publications));
  return library;
}

const remote = (embedder = createFakeRemoteEmbedder('new')) => ({
  service: embedder,
  choice: { embedder: { kind: 'remote' as const, embedder } },
});

test('what was saved before a failure is not embedded again', async () => {
  const { indexStore } = await openLibrary();
  const { service, choice } = remote();
  const seen = new Map<string, number>();
  service.before = (text) => {
    seen.set(text, (seen.get(text) ?? 0) + 1);
    if (service.embedded.length === 32 && !seen.has('again')) throw new Error('service away');
  };
  await expect(createTestEngine(indexStore, choice).embedMissing()).rejects.toThrow('away');
  expect(await indexStore.countVectors('new')).toBe(32);
  seen.set('again', 1);
  await createTestEngine(indexStore, choice).embedMissing();
  expect(service.embedded).toHaveLength(60);
  expect(new Set(service.embedded).size).toBe(60);
});

test('the cost is told before a run, and what was used after it', async () => {
  const { indexStore } = await openLibrary();
  const { service, choice } = remote();
  const engine = createTestEngine(indexStore, choice);
  const told: unknown[] = [];
  const events = {
    onPlan: (plan: EmbeddingPlan) => told.push({ ...plan, embedded: service.embedded.length }),
    onUsage: (usage: EmbeddingUsage) => told.push(usage),
  };
  const planned = await engine.planEmbedding();
  expect(service.embedded).toEqual([]);
  await engine.embedMissing(events);
  expect(told).toEqual([
    { ...planned, embedded: 0 },
    // As the service of this test counts, a token a text, at 2 cents for a million.
    { model: 'new', passages: 60, refused: 0, tokens: 60, costMicros: 2 },
  ]);
  expect(planned).toMatchObject({ model: 'new', passages: 60 });
  const bytes = service.embedded.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(planned?.tokens).toBe(Math.ceil(bytes / 4));
  expect(planned?.costMicros).toBe(Math.ceil(((planned?.tokens ?? 0) * 20_000) / 1_000_000));
  expect(await engine.planEmbedding()).toBeNull();
  told.length = 0;
  await engine.embedMissing(events);
  expect(told).toEqual([]);
});

test('what a run that failed has used is told as well', async () => {
  const { indexStore } = await openLibrary();
  const { service, choice } = remote();
  service.before = () => {
    if (service.embedded.length === 8) throw new Error('service away');
  };
  const used: EmbeddingUsage[] = [];
  const run = createTestEngine(indexStore, choice).embedMissing({
    onUsage: (usage) => used.push(usage),
  });
  await expect(run).rejects.toThrow('away');
  expect(used).toMatchObject([{ passages: 8, tokens: 8 }]);
});

test('a passage that the service refuses is asked for once, and found by its words', async () => {
  const { indexStore } = await openLibrary();
  const { service, choice } = remote();
  let offered = 0;
  service.embedMany = async function* (texts) {
    offered += texts.length;
    const { embedMany } = createFakeRemoteEmbedder('same', 1_000);
    for await (const batch of embedMany(texts, new AbortController().signal)) {
      yield {
        ...batch,
        places: batch.places.slice(1),
        vectors: batch.vectors.slice(1),
        refused: batch.places.slice(0, 1),
      };
    }
  };
  const engine = createTestEngine(indexStore, choice);
  expect((await engine.refresh()).toEmbed).toBe(60);
  await engine.embedMissing();
  expect(await engine.refresh()).toMatchObject({ withoutVector: 1, toEmbed: 0 });
  await engine.embedMissing();
  expect(offered).toBe(60);
  expect(await findPublications(engine, 'Item 0 of the agenda')).toContain('publication-0');
});

describe('a large library', () => {
  test('keeps what was embedded when the process dies, to a batch', async () => {
    const library = await openFilledLibrary();
    opened.push(library);
    const passages = Array.from({ length: 4_500 }, (_, at) => `passage number ${at}`);
    await library.write({ id: 'a', passages });
    const { service, choice } = remote(createFakeRemoteEmbedder('new', 256));
    const stop = new AbortController();
    service.before = () => {
      if (service.embedded.length >= 2_048) stop.abort(new Error('killed'));
    };
    const run = createTestEngine(library.indexStore, choice).embedMissing({ signal: stop.signal });
    await expect(run).rejects.toThrow('killed');
    expect(await library.indexStore.countVectors('new')).toBeGreaterThanOrEqual(2_048);
    service.before = () => {};
    await createTestEngine(library.indexStore, choice).embedMissing();
    expect(service.embedded).toHaveLength(4_500);
  });
});
