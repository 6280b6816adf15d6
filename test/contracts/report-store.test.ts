import { describe, expect, test } from 'vitest';
import { beginRun } from '../../src/answering/index.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { createReportStore } from '../../src/storage/report-store.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { sampleKeptReport } from '../fakes/sample-report.ts';
import { describeOnEachDatabase } from './databases.ts';

const hourMs = 60 * 60_000;

describeOnEachDatabase('report store', (openDatabase) => {
  async function open() {
    const database = await openDatabase();
    const clock = { at: 10 * hourMs, now: () => clock.at };
    const library = createLibraryStore(database.db);
    return {
      clock,
      store: createReportStore(database, clock),
      publish: (id: string, changedAt: number) =>
        library.save([
          {
            publication: samplePublication({ id, source: id, changedAt }),
            text: { text: 'Text.', pageStarts: [], headings: [] },
            passages: [],
          },
        ]),
    };
  }

  test('finds a report as it was saved', async () => {
    const { store } = await open();
    const kept = sampleKeptReport({
      modelRun: beginRun('small'),
      drawnOn: [
        { publicationId: 'a', changedAt: 5 },
        { publicationId: 'b', changedAt: 1_732_000_000_000 },
      ],
    });
    await store.save(kept);
    await store.save(sampleKeptReport({ id: 'other', key: 'key-2', drawnOn: [] }));
    expect(await store.find('report-1')).toEqual(kept);
    expect(await store.findByKey('key-1', null)).toEqual(kept);
    expect(await store.find('report-2')).toBeNull();
    expect(await store.findByKey('key-3', null)).toBeNull();
  });

  test('gives the latest under a key', async () => {
    const { store } = await open();
    await store.save(sampleKeptReport({ id: 'b', madeAt: 2 }));
    await store.save(sampleKeptReport({ id: 'a', madeAt: 3 }));
    await store.save(sampleKeptReport({ id: 'c', madeAt: 1 }));
    expect((await store.findByKey('key-1', null))?.id).toBe('a');
  });

  test('gives what is for one person to nobody else', async () => {
    const { store } = await open();
    await store.save(sampleKeptReport({ owner: 'U1' }));
    expect((await store.findByKey('key-1', 'U1'))?.owner).toBe('U1');
    expect(await store.findByKey('key-1', 'U2')).toBeNull();
    expect(await store.findByKey('key-1', null)).toBeNull();
    // What is for anybody can be shared: what somebody asks for as theirs alone is another.
    await store.save(sampleKeptReport({ id: 'for-all' }));
    expect(await store.findByKey('key-1', 'U2')).toBeNull();
    expect((await store.findByKey('key-1', null))?.id).toBe('for-all');
  });

  test('forgets what was neither made nor given again for long', async () => {
    const { store } = await open();
    await store.save(sampleKeptReport({ id: 'unused', madeAt: 100 }));
    await store.save(sampleKeptReport({ id: 'used', madeAt: 100 }));
    await store.save(sampleKeptReport({ id: 'new', madeAt: 200 }));
    await store.noteUse('used', 250);
    // A clock that was set back takes nothing away.
    await store.noteUse('new', 50);
    expect(await store.forgetBefore(200)).toBe(1);
    expect(await store.find('unused')).toBeNull();
    expect((await store.find('used'))?.madeAt).toBe(100);
    expect(await store.find('new')).not.toBeNull();
  });

  test('forgets what draws on a publication that has changed since', async () => {
    const { store, publish } = await open();
    await publish('a', 5);
    await publish('b', 5);
    const drawnOn = (...ids: string[]) =>
      ids.map((publicationId) => ({ publicationId, changedAt: 5 }));
    await store.save(sampleKeptReport({ id: 'of-a', drawnOn: drawnOn('a') }));
    await store.save(sampleKeptReport({ id: 'of-both', drawnOn: drawnOn('a', 'b') }));
    await store.save(sampleKeptReport({ id: 'of-b', drawnOn: drawnOn('b') }));
    await store.save(sampleKeptReport({ id: 'of-a-file', drawnOn: [] }));
    expect(await store.forgetOutdated()).toBe(0);
    await publish('a', 6);
    expect(await store.forgetOutdated()).toBe(2);
    expect(await store.find('of-a')).toBeNull();
    expect(await store.find('of-both')).toBeNull();
    expect(await store.find('of-b')).not.toBeNull();
    expect(await store.find('of-a-file')).not.toBeNull();
  });

  describe('claims', () => {
    test('are held by one at a time, for each key', async () => {
      const { store } = await open();
      expect(await store.claim('key-1', 'one', 60_000)).toBe(true);
      expect(await store.claim('key-1', 'other', 60_000)).toBe(false);
      expect(await store.claim('key-2', 'other', 60_000)).toBe(true);
      expect(await store.claim('key-1', 'one', 60_000)).toBe(true);
    });

    test('are free again once given up, which only the holder can', async () => {
      const { store } = await open();
      await store.claim('key-1', 'one', 60_000);
      await store.release('key-1', 'other');
      expect(await store.claim('key-1', 'other', 60_000)).toBe(false);
      await store.release('key-1', 'one');
      expect(await store.claim('key-1', 'other', 60_000)).toBe(true);
    });

    test('end with their lease', async () => {
      const { store, clock } = await open();
      await store.claim('key-1', 'dead', 60_000);
      clock.at += 59_999;
      expect(await store.claim('key-1', 'me', 60_000)).toBe(false);
      clock.at += 1;
      expect(await store.claim('key-1', 'me', 60_000)).toBe(true);
    });

    test('of processes that died are forgotten in time, and no others', async () => {
      const { store, clock } = await open();
      await store.claim('key-1', 'dead', 60_000);
      await store.forgetBefore(clock.at);
      expect(await store.claim('key-1', 'me', 60_000)).toBe(false);
      await store.forgetBefore(clock.at + 60_001);
      expect(await store.claim('key-1', 'me', 60_000)).toBe(true);
    });

    test('from before the clock was set back count no more', async () => {
      const { store, clock } = await open();
      await store.claim('key-1', 'dead', 60_000);
      clock.at -= 3 * hourMs;
      expect(await store.claim('key-1', 'me', 60_000)).toBe(true);
    });

    test('go to one of many who want one at the same moment', async () => {
      const { store } = await open();
      const names = ['a', 'b', 'c', 'd', 'e'];
      const won = await Promise.all(names.map((name) => store.claim('key-1', name, 60_000)));
      expect(won.filter(Boolean)).toHaveLength(1);
    });
  });
});
