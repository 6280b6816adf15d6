import { afterEach, describe, expect, test } from 'vitest';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine } from './test-engine.ts';

const opened: FilledLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

async function openEngine(...publications: Parameters<FilledLibrary['write']>) {
  const library = await openFilledLibrary();
  opened.push(library);
  await library.write(...publications);
  const engine = createTestEngine(library.indexStore);
  await engine.refresh();
  await engine.embedMissing();
  return { engine, library };
}

const request = {
  query: 'stroke ward report',
  audiences: ['members' as const],
  pipeline: 'semantic' as const,
};

describe('search by subject alone', () => {
  test('looks further when the nearest are all of one publication', async () => {
    const passages = Array.from({ length: 90 }, (_, number) => `Stroke ward report ${number}.`);
    const { engine } = await openEngine({ id: 'big', passages }, ...writtenPublications(16));
    const { passages: found } = await engine.retriever.retrieve({
      ...request,
      perPublication: 1,
      limit: 8,
    });
    expect(found[0]?.publication.id).toBe('big');
    expect(new Set(found.map(({ publication }) => publication.id)).size).toBe(8);
  });

  test('ranks by similarity, and looks at no words', async () => {
    const { engine } = await openEngine(...writtenPublications(24));
    const { passages } = await engine.retriever.retrieve({ ...request, perPublication: 1 });
    const similarities = passages.map(({ semanticSimilarity }) => semanticSimilarity ?? -1);
    expect(similarities.length).toBeGreaterThan(5);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(passages.every(({ lexicalScore }) => lexicalScore === null)).toBe(true);
  });
});

describe('what was seen before', () => {
  test('does not hide what came later, nor keep what is gone', async () => {
    const { engine, library } = await openEngine({ id: 'a', passages: ['The stroke ward.'] });
    const find = async () => {
      const hybrid = { ...request, pipeline: 'hybrid' as const };
      const { passages, signals } = await engine.retriever.retrieve(hybrid);
      return { ids: passages.map(({ publication }) => publication.id), searched: signals.searched };
    };
    expect(await find()).toEqual({ ids: ['a'], searched: 1 });
    await library.write({ id: 'b', passages: ['A stroke report.'] });
    await engine.refresh();
    expect(await find()).toMatchObject({ ids: expect.arrayContaining(['a', 'b']), searched: 2 });
    await library.retire('a');
    await engine.refresh();
    expect(await find()).toEqual({ ids: ['b'], searched: 1 });
  });
});
