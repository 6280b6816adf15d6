import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Audience, audienceRanks } from '../../src/people/index.ts';
import { LangChainRetriever } from '../../src/retrieval/index.ts';
import { createFakeRemoteEmbedder } from '../fakes/fake-remote-embedder.ts';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine, findPublications } from './test-engine.ts';

const opened: FilledLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

async function openLibrary(...publications: Parameters<FilledLibrary['write']>) {
  const library = await openFilledLibrary();
  opened.push(library);
  await library.write(...publications);
  return library;
}

async function openEngine(
  publications: Parameters<FilledLibrary['write']>,
  options: Parameters<typeof createTestEngine>[1] = {},
) {
  const library = await openLibrary(...publications);
  const engine = createTestEngine(library.indexStore, options);
  await engine.refresh();
  await engine.embedMissing();
  return engine;
}

describe('what a request may see', () => {
  const audiences: Audience[] = [...audienceRanks, 'group:discharge-board'];

  test('no result is ever outside its audiences, its scope or its time', async () => {
    const written = writtenPublications(60).map((publication, number) => ({
      ...publication,
      audience: audiences[number % audiences.length] ?? 'staff',
      embargoedUntil: number % 4 === 0 ? 500 + 10 * number : null,
    }));
    let now = 0;
    const library = await openLibrary(...written);
    await library.retire('publication-7', 'publication-21');
    const engine = createTestEngine(library.indexStore, { now: () => now });
    await engine.refresh();
    await engine.embedMissing();
    const ids = written.map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(audiences),
        fc.option(fc.subarray(ids), { nil: undefined }),
        fc.option(fc.subarray(ids), { nil: undefined }),
        fc.constantFrom('lexical' as const, 'semantic' as const, 'hybrid' as const),
        fc.nat(1_200),
        async (allowed, within, without, pipeline, time) => {
          now = time;
          const { passages } = await engine.retriever.retrieve({
            query: 'stroke ward discharge report',
            audiences: allowed,
            limit: 500,
            pipeline,
            ...(within ? { within } : {}),
            ...(without ? { without } : {}),
          });
          for (const { publication } of passages) {
            expect(allowed).toContain(publication.audience);
            expect(publication.retiredAt).toBeNull();
            expect(publication.embargoedUntil ?? 0).toBeLessThanOrEqual(time);
            if (within) expect(within).toContain(publication.id);
            if (without) expect(without).not.toContain(publication.id);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('an embargoed publication appears when its time has come, without a refresh', async () => {
    let now = 100;
    const engine = await openEngine(
      [{ id: 'a', passages: ['Budget figures.'], embargoedUntil: 200 }],
      { now: () => now },
    );
    expect(await findPublications(engine, 'budget')).toEqual([]);
    now = 200;
    expect(await findPublications(engine, 'budget')).toEqual(['a']);
  });

  test('counts only what it may see', async () => {
    const engine = await openEngine([
      { id: 'a', passages: ['One.', 'Two.'] },
      { id: 'b', passages: ['Three.'], audience: 'staff' },
    ]);
    const { signals } = await engine.retriever.retrieve({ query: 'x', audiences: ['members'] });
    expect(signals.searched).toBe(2);
  });
});

describe('ranking', () => {
  test('keeps to the limits per publication and in all', async () => {
    const engine = await openEngine(writtenPublications(30));
    const request = { query: 'stroke ward report', audiences: ['members' as const] };
    const { passages } = await engine.retriever.retrieve({ ...request, perPublication: 2 });
    expect(passages).toHaveLength(12);
    const counts = Map.groupBy(passages, ({ publication }) => publication.id);
    expect(Math.max(...[...counts.values()].map((all) => all.length))).toBeLessThanOrEqual(2);
    const two = await engine.retriever.retrieve({ ...request, limit: 2 });
    expect(two.passages).toHaveLength(2);
  });

  test('offers neighbouring passages side by side, in reading order', async () => {
    const engine = await openEngine([
      {
        id: 'a',
        passages: [
          'Nothing of note here about parking.',
          'The stroke pathway begins in the ambulance.',
          'The stroke pathway ends with stroke rehabilitation in the stroke unit.',
        ],
      },
      { id: 'b', passages: ['Another stroke pathway was tried elsewhere.'] },
      ...writtenPublications(4),
    ]);
    const { passages } = await engine.retriever.retrieve({
      query: 'stroke pathway rehabilitation',
      audiences: ['members'],
      pipeline: 'lexical',
      limit: 3,
    });
    const places = passages.map(
      ({ publication, passage }) => `${publication.id}${passage.ordinal}`,
    );
    expect(places).toEqual(['a1', 'a2', 'b0']);
  });

  test('finds superseded and retracted publications, a little lower than current ones', async () => {
    const passages = ['The discharge policy sets a limit of two days.'];
    const engine = await openEngine([
      { id: 'old', passages, title: 'Policy', source: '1', status: 'superseded' },
      { id: 'withdrawn', passages, title: 'Policy', source: '2', status: 'retracted' },
      { id: 'new', passages, title: 'Policy', source: '3' },
      ...writtenPublications(8),
    ]);
    const found = await findPublications(engine, 'discharge policy limit');
    expect(found[0]).toBe('new');
    expect(found.slice(0, 3)).toEqual(expect.arrayContaining(['old', 'withdrawn']));
  });

  test('gives scores between 0 and 1, best first by publication', async () => {
    const engine = await openEngine(writtenPublications(20));
    for (const pipeline of ['lexical', 'semantic', 'hybrid'] as const) {
      const { passages } = await engine.retriever.retrieve({
        query: 'asthma clinic figures',
        audiences: ['members'],
        perPublication: 1,
        limit: 50,
        pipeline,
      });
      const scores = passages.map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(5);
      expect(scores[0]).toBe(1);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test('says nothing of an empty library or a query without words', async () => {
    const engine = await openEngine([]);
    const request = { query: 'stroke', audiences: ['members' as const] };
    expect(await engine.retriever.retrieve(request)).toMatchObject({
      passages: [],
      signals: { searched: 0, lexicalCompleteness: 0, lexicalLead: 0, cohesionLead: 0 },
    });
    const full = await openEngine(writtenPublications(5));
    const { passages } = await full.retriever.retrieve({ ...request, query: '?!' });
    expect(passages).toEqual([]);
  });
});

describe('a remote embedder', () => {
  test('that fails leaves the search by words', async () => {
    const embedder = createFakeRemoteEmbedder('failing');
    embedder.embedQuery = () => Promise.reject(new Error('service away'));
    const engine = await openEngine(writtenPublications(5), {
      embedder: { kind: 'remote', embedder },
    });
    const found = await findPublications(engine, 'asthma');
    expect(found.length).toBeGreaterThan(0);
    expect((await engine.refresh()).withoutVector).toBe(0);
  });
});

describe('LangChainRetriever', () => {
  test('returns documents with their place, within its audiences', async () => {
    const engine = await openEngine([
      { id: 'a', title: 'A', source: '1', passages: ['Budget figures for winter.'] },
      { id: 'b', title: 'B', source: '2', passages: ['Budget figures.'], audience: 'staff' },
    ]);
    const retriever = new LangChainRetriever(engine.retriever, { audiences: ['members'] });
    const documents = await retriever.invoke('budget');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      pageContent: 'Budget figures for winter.',
      metadata: { publicationId: 'a', title: 'A', status: 'current', characterStart: 0, score: 1 },
    });
  });
});
