import { expect, test } from 'vitest';
import { createFakeRemoteEmbedder } from '../fakes/fake-remote-embedder.ts';
import { openFilledLibrary, writtenPublications } from '../retrieval/filled-library.ts';
import { createTestEngine, findPublications } from '../retrieval/test-engine.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('embedding by several processes', (open) => {
  const openEngines = async () => {
    const library = await openFilledLibrary(await open());
    await library.write(...writtenPublications(20));
    const [old, chosen] = [createFakeRemoteEmbedder('old'), createFakeRemoteEmbedder('new')];
    const earlier = () => old;
    const start = (embedder = chosen) =>
      createTestEngine(library.indexStore, { embedder: { kind: 'remote', embedder, earlier } });
    return { ...library, old, chosen, start };
  };

  test('at once embeds every passage once', async () => {
    const { chosen, start } = await openEngines();
    chosen.before = () => new Promise((resolve) => setImmediate(resolve));
    const [one, two] = [start(), start()];
    let waited = 0;
    const onWait = (): void => {
      waited += 1;
    };
    await Promise.all([one.embedMissing({ onWait }), two.embedMissing({ onWait })]);
    expect(waited).toBe(1);
    expect(chosen.embedded).toHaveLength(60);
    expect((await two.refresh()).withoutVector).toBe(0);
  });

  test('goes from one embedder to another, with an answer at any time', async () => {
    const { indexStore, old, chosen, start } = await openEngines();
    await start(old).embedMissing();
    const [writing, reading] = [start(), start()];
    await reading.refresh();
    const search = async () =>
      (await findPublications(reading, 'stroke', { pipeline: 'semantic' })).length;
    chosen.before = async () => {
      await reading.refresh();
      expect(await search()).toBeGreaterThan(0);
    };
    await writing.embedMissing();
    chosen.before = () => {};
    expect(await search()).toBeGreaterThan(0);
    await reading.refresh();
    expect(await search()).toBeGreaterThan(0);
    expect(chosen.queries).toEqual(['stroke']);
    expect((await indexStore.embedders(null)).map(({ id }) => id)).toEqual(['new']);
  });
});
