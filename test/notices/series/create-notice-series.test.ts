import { afterEach, describe, expect, test } from 'vitest';
import {
  createNoticeSeries,
  createNotices,
  type Notice,
  type NoticeContent,
  type SessionDetails,
} from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const fortnightly = { rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3', except: [] };

async function open({ needsApproval = false } = {}) {
  const clock = createTestClock(Date.parse('2026-11-09T09:00:00Z'));
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `n${ids}`;
  };
  const notices = createNotices({
    store,
    clock,
    needsApproval,
    quietHours: null,
    graceMs: 30_000,
    newId,
    wake: () => {},
  });
  const series = createNoticeSeries({ notices, store, clock, newId });
  const drafts = await series.draft('U1', content(), fortnightly);
  const seriesId = drafts[0]?.seriesId ?? '';
  const ids3 = drafts.map(({ id }) => id);
  return { notices, series, store, outbox, clock, seriesId, ids: ids3 };
}

/** The sample, announced the day before. */
function content(details: Partial<SessionDetails> = {}, change: Partial<NoticeContent> = {}) {
  const { audience, channels, people, reminders, remindIn } = sampleSession();
  const announceAt = Date.parse('2026-11-23T09:00:00Z');
  const kept = { audience, channels, people, announceAt, reminders, remindIn };
  return { ...kept, details: sampleSession({}, details).details, ...change };
}

const startsOf = (notices: readonly Notice[]) =>
  notices.map(({ details }) => (details.kind === 'session' ? details.start : ''));
const titlesOf = (notices: readonly Notice[]) => notices.map(({ details }) => details.title);

describe('a series of notices', () => {
  test('is announced one by one, each at its time', async () => {
    const { series, store, outbox, seriesId, ids } = await open();
    await series.submit(seriesId, 'U1');
    const all = await store.ofSeries(seriesId);
    expect(startsOf(all)).toEqual(['2026-11-24T14:00', '2026-12-08T14:00', '2026-12-22T14:00']);
    expect(all.map(({ state }) => state)).toEqual(['scheduled', 'scheduled', 'scheduled']);
    const tasks = await outbox.of(ids[2] ?? '');
    expect(tasks[0]).toMatchObject({
      occasion: 'announcement',
      dueAt: Date.parse('2026-12-21T09:00:00Z'),
    });
    await expect(series.submit(seriesId, 'U1')).rejects.toMatchObject({ code: 'notice-state' });
    await expect(series.submit('other', 'U1')).rejects.toMatchObject({ code: 'notice-unknown' });
  });

  test('of which one cannot be sent is not sent at all', async () => {
    const { series, notices, store, seriesId, ids } = await open();
    await notices.edit(ids[2] ?? '', content({ title: '' }));
    await expect(series.submit(seriesId, 'U1')).rejects.toMatchObject({
      code: 'notice-incomplete',
    });
    const all = await store.ofSeries(seriesId);
    expect(all.every(({ state }) => state === 'draft')).toBe(true);
  });

  test('is agreed to as a whole, by somebody else', async () => {
    const { series, seriesId } = await open({ needsApproval: true });
    await series.submit(seriesId, 'U1');
    await expect(series.approve(seriesId, 'U1')).rejects.toMatchObject({
      code: 'notice-own-approval',
    });
    expect((await series.approve(seriesId, 'U2')).map(({ state }) => state)).toEqual([
      'scheduled',
      'scheduled',
      'scheduled',
    ]);
    expect((await series.takeBack(seriesId)).map(({ state }) => state)).toEqual([
      'draft',
      'draft',
      'draft',
    ]);
  });

  test('changes in one session alone', async () => {
    const { series, notices, store, seriesId, ids } = await open();
    await series.submit(seriesId, 'U1');
    await notices.edit(ids[0] ?? '', content({ title: 'Only this one' }));
    expect(titlesOf(await store.ofSeries(seriesId))).toEqual([
      'Only this one',
      'Discharge, together',
      'Discharge, together',
    ]);
  });

  test('changes in one session and all later ones, but for what was said of one alone', async () => {
    const { series, notices, store, seriesId, ids } = await open();
    await series.submit(seriesId, 'U1');
    const [, second, third] = await store.ofSeries(seriesId);
    if (second === undefined || third === undefined) throw new Error('there are three');
    const inRoom9 = { ...third, details: { ...third.details, place: 'Room 9' } };
    await notices.edit(third.id, inRoom9);
    const moved = {
      title: 'Discharge again',
      start: '2026-12-09T15:00',
      end: '2026-12-09T16:00',
    } as const;
    const changed = await series.editFrom(ids[1] ?? '', {
      ...second,
      details: { ...sampleSession({}, moved).details },
    });
    expect(titlesOf(await store.ofSeries(seriesId))).toEqual([
      'Discharge, together',
      'Discharge again',
      'Discharge again',
    ]);
    expect(startsOf(changed)).toEqual(['2026-12-09T15:00', '2026-12-23T15:00']);
    expect(changed[1]).toMatchObject({
      seriesId,
      details: { place: 'Room 9', end: '2026-12-23T16:00' },
      announceAt: Date.parse('2026-12-22T10:00:00Z'),
    });
  });

  test('does not change by halves', async () => {
    const { series, store, seriesId, ids } = await open();
    await series.submit(seriesId, 'U1');
    const wrong = content({ title: 'x'.repeat(200) });
    await expect(series.editFrom(ids[0] ?? '', wrong)).rejects.toMatchObject({
      code: 'notice-incomplete',
    });
    expect(new Set(titlesOf(await store.ofSeries(seriesId)))).toEqual(
      new Set(['Discharge, together']),
    );
  });

  test('is called off from one session on', async () => {
    const { series, store, seriesId, ids } = await open();
    await series.submit(seriesId, 'U1');
    expect(await series.cancelFrom(ids[1] ?? '')).toHaveLength(2);
    const states = async () => (await store.ofSeries(seriesId)).map(({ state }) => state);
    expect(await states()).toEqual(['scheduled', 'cancelled', 'cancelled']);
    expect(await series.cancelFrom(ids[0] ?? '')).toHaveLength(1);
    expect(await states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  test('that is a draft still goes for good', async () => {
    const { series, store, seriesId, ids } = await open();
    expect(await series.cancelFrom(ids[1] ?? '')).toEqual([]);
    expect(await store.ofSeries(seriesId)).toHaveLength(1);
  });

  test('is told what is wrong with its rule', async () => {
    const { series } = await open();
    await expect(
      series.draft('U1', content(), { rule: 'EVERY TUESDAY', except: [] }),
    ).rejects.toMatchObject({ code: 'notice-incomplete', forPeople: /FREQ=WEEKLY/ });
  });
});
