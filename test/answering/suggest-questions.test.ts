import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSuggestQuestions, type SuggestQuestionsParts } from '../../src/answering/index.ts';
import { type OpenLibrary, openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import { audienceRanks, audiencesUpTo } from '../../src/people/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { scriptSearch } from './scripted-search.ts';

const root = join(import.meta.dirname, '../..');

describe('suggested questions of the sample library', () => {
  let directory: string;
  let library: OpenLibrary;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'concord-suggest-'));
    const config = readConfig({ DATA_DIR: directory, LIBRARY_DIRS: 'corpus' }, root);
    library = await openLibrary(config, { clock: { now: () => Date.now() }, log: silentLog });
    await library.ingest();
  });
  afterAll(async () => {
    await library.close();
    await rm(directory, { recursive: true });
  });

  test.each(audienceRanks)('are answered for %s, each from another publication', async (rank) => {
    const audiences = audiencesUpTo(rank);
    const suggested = await library.view.suggestQuestions(audiences, 4);
    expect(suggested).toHaveLength(4);
    const cited = new Set<string>();
    const kinds = new Set<string>();
    for (const { title, question } of suggested) {
      expect(title.length, title).toBeLessThanOrEqual(40);
      expect(title, title).toMatch(/^\p{Lu}/u);
      expect(question).toMatch(/^\p{Lu}.*\?$/u);
      const { answer } = await library.ask({ question, conversation: question, audiences });
      if (answer.kind !== 'answer') throw new Error(`not answered: ${question}`);
      const publication = answer.sources[0]?.publication;
      expect(audiences).toContain(publication?.audience);
      expect(publication?.status).toBe('current');
      cited.add(publication?.id ?? '');
      kinds.add(publication?.kind ?? '');
    }
    expect(cited.size).toBe(4);
    expect(kinds.size).toBeGreaterThanOrEqual(3);
    expect(new Set(suggested.map(({ title }) => title)).size).toBe(4);
  });

  test('leave no exchange behind', async () => {
    await library.view.suggestQuestions(['public'], 4);
    const rows = await library.database.db
      .selectFrom('exchanges')
      .select('asker')
      .where('conversation', 'not like', '%?%')
      .execute();
    expect(rows).toEqual([]);
  });
});

describe('suggested questions', () => {
  const text = '# Why plans fail\nPlans fail because nobody reads the plans.';
  const publication = samplePublication({ id: 'plans', title: 'Plans of care' });

  function script(overrides: Partial<SuggestQuestionsParts> = {}) {
    const search = scriptSearch([{ text, publication }]);
    const state = { now: 'a', caughtUp: 0 };
    const parts: SuggestQuestionsParts = {
      ...search,
      catchUp: async () => {
        state.caughtUp += 1;
      },
      state: async () => state.now,
      publications: async () => [publication],
      ...overrides,
    };
    return { search, state, ...createSuggestQuestions(parts) };
  }

  test('are found once until the library changes, also when many ask at the same time', async () => {
    const { suggest, state } = script();
    await Promise.all([suggest(['public'], 4), suggest(['public'], 1), suggest(['public'], 4)]);
    expect(state.caughtUp).toBe(1);
    state.now = 'b';
    await suggest(['public'], 4);
    expect(state.caughtUp).toBe(2);
  });

  test('are found for each set of audiences apart', async () => {
    const { suggest, search } = script();
    await suggest(['public'], 4);
    await suggest(['members', 'public'], 4);
    await suggest(['public', 'members'], 4);
    expect(new Set(search.requests.map(({ audiences }) => audiences.length))).toEqual(
      new Set([1, 2]),
    );
    expect(search.requests.length).toBe(2);
  });

  test('are found anew in the background for those who asked before', async () => {
    const { suggest, renew, state } = script();
    await suggest(['leads'], 4);
    state.now = 'b';
    await renew([['public']]);
    expect(state.caughtUp).toBe(3);
    await suggest(['leads'], 4);
    await suggest(['public'], 4);
    expect(state.caughtUp).toBe(3);
  });

  test('are looked for again after a failure', async () => {
    let failing = true;
    const { suggest } = script({
      publications: async () => {
        if (failing) throw new Error('busy');
        return [];
      },
    });
    await expect(suggest(['public'], 4)).rejects.toThrow('busy');
    failing = false;
    expect(await suggest(['public'], 4)).toEqual([]);
  });

  test('are none of what is superseded, retracted or in another language', async () => {
    for (const change of [
      { status: 'superseded' },
      { status: 'retracted' },
      { language: 'cy' },
    ] as const) {
      const { suggest, search } = script({
        publications: async () => [{ ...publication, ...change }],
      });
      expect(await suggest(['public'], 4)).toEqual([]);
      expect(search.requests).toEqual([]);
    }
  });
});
