import { describe, expect, test } from 'vitest';
import { createLibraryView } from '../src/compose-library-view.ts';
import { openDatabase } from '../src/storage/database.ts';
import { createLibraryStore } from '../src/storage/library-store.ts';
import { samplePublication } from './fakes/sample-publication.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const start = Date.UTC(2024, 9, 1, 9);

async function open() {
  const database = await openDatabase(':memory:');
  const store = createLibraryStore(database.db);
  const clock = { at: start, now: () => clock.at };
  let lists = 0;
  const counted = {
    ...store,
    list: (...filter: Parameters<typeof store.list>) => {
      lists += 1;
      return store.list(...filter);
    },
  };
  const view = createLibraryView({
    store: counted,
    clock,
    checkedAt: () => null,
    suggestQuestions: async () => [],
  });
  const save = (id: string, overrides: Parameters<typeof samplePublication>[0] = {}) =>
    store.save([
      {
        publication: samplePublication({ id, source: `${id}.md`, title: id, ...overrides }),
        text: { text: id, pageStarts: [], headings: [] },
        passages: [],
      },
    ]);
  return { store, clock, view, save, lists: () => lists, close: database.close };
}

describe('the library as people see it', () => {
  test('counts what they may read now', async () => {
    const { store, clock, view, save, close } = await open();
    await save('open');
    await save('members', { audience: 'members' });
    await save('later', { embargoedUntil: start + 1 });
    await save('gone');
    await store.retire(['gone'], 'person', start);
    expect(await view.count(['public'])).toBe(1);
    expect(await view.count(['public', 'members'])).toBe(2);
    clock.at += 1;
    expect(await view.count(['public'])).toBe(2);
    await close();
  });

  test('offers what can be chosen, what is under embargo only when it is asked for', async () => {
    const { store, view, save, close } = await open();
    await save('a-open');
    await save('b-later', { embargoedUntil: start + dayMs });
    await save('c-old', { status: 'superseded' });
    await save('d-leads', { audience: 'leads' });
    await save('e-gone');
    await store.retire(['e-gone'], 'person', start);
    const ids = async (embargoed: boolean) =>
      (await view.choosable(['public', 'members'], embargoed)).map(({ id }) => id);
    expect(await ids(false)).toEqual(['a-open']);
    expect(await ids(true)).toEqual(['a-open', 'b-later']);
    await close();
  });

  test('reads its list again only when the library has changed', async () => {
    const { view, save, lists, close } = await open();
    await save('one');
    await Promise.all([view.count(['public']), view.newest(['public'], 3), view.freshness()]);
    await view.count(['public']);
    expect(lists()).toBe(1);
    await save('two');
    expect(await view.count(['public'])).toBe(2);
    expect(lists()).toBe(2);
    await close();
  });

  test('shows the newest first; what came on one day by its date; nothing that is out of use', async () => {
    const { clock, view, save, close } = await open();
    await save('old', { addedAt: start - dayMs, date: '2024-09' });
    await save('first', { addedAt: start, date: '2023' });
    await save('second', { addedAt: start + 5, date: '2021' });
    await save('undated', { addedAt: start + 6, date: null });
    await save('embargoed', { addedAt: start - 9 * dayMs, embargoedUntil: start + 2 * dayMs });
    await save('superseded', { addedAt: start, status: 'superseded' });
    await save('retracted', { addedAt: start, status: 'retracted' });
    const ids = async (limit = 9) => (await view.newest(['public'], limit)).map(({ id }) => id);
    expect(await ids()).toEqual(['first', 'second', 'undated', 'old']);
    expect(await ids(1)).toEqual(['first']);
    clock.at += 2 * dayMs;
    expect(await ids(2)).toEqual(['embargoed', 'first']);
    await close();
  });

  test('tells when it last changed', async () => {
    const { store, view, save, close } = await open();
    expect(await view.freshness()).toEqual({ changedAt: null, checkedAt: null });
    await save('one', { changedAt: start });
    expect(await view.freshness()).toMatchObject({ changedAt: start });
    await store.retire(['one'], 'ingest', start + 7);
    expect(await view.freshness()).toMatchObject({ changedAt: start + 7 });
    await close();
  });
});
