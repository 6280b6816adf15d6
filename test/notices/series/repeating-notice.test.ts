import { afterEach, describe, expect, test } from 'vitest';
import { createNoticeSeries, createNotices, type Recurrence } from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const weekly: Recurrence = { rule: 'FREQ=WEEKLY;COUNT=3', except: [] };

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
  const settings = { needsApproval, quietHours: null, graceMs: 30_000 };
  const notices = createNotices({ store, clock, ...settings, newId, wake: () => {} });
  const series = createNoticeSeries({ notices, store, clock, newId });
  const draft = (recurrence = weekly) => notices.draft('U1', sampleSession({}, { recurrence }));
  const states = async (id: string) => (await store.ofSeries(id)).map(({ state }) => state);
  return { notices, series, store, outbox, clock, draft, states };
}

describe('a session that is to take place again and again', () => {
  test('is one draft until it is sent, and then as many notices as times', async () => {
    const { notices, store, outbox, draft, states } = await open();
    const { id } = await draft();
    expect(await store.draftsOf('U1')).toHaveLength(1);
    expect(await notices.submit(id, 'U1')).toMatchObject({ id, seriesId: id });
    expect(await states(id)).toEqual(['scheduled', 'scheduled', 'scheduled']);
    const [, , last] = await store.ofSeries(id);
    expect((await outbox.of(last?.id ?? ''))[0]).toMatchObject({
      occasion: 'announcement',
      dueAt: Date.parse('2026-11-24T09:00:00Z'),
    });
  });

  test('is agreed to once, before any of it is planned', async () => {
    const { notices, store, draft, states } = await open({ needsApproval: true });
    const { id } = await draft();
    const asked = await notices.submit(id, 'U1');
    expect(await store.awaitingApproval()).toHaveLength(1);
    expect(await states(id)).toEqual([]);
    const approved = await notices.approve(id, 'U2', asked.changedAt);
    expect(approved).toMatchObject({ id, approvedBy: 'U2' });
    const all = await store.ofSeries(id);
    expect(all.map(({ approvedBy }) => approvedBy)).toEqual(['U2', 'U2', 'U2']);
  });

  test('of which one cannot be sent, or which has no end, is not sent at all', async () => {
    const { notices, store, draft, clock } = await open();
    const endless = await draft({ rule: 'FREQ=WEEKLY', except: [] });
    await expect(notices.submit(endless.id, 'U1')).rejects.toMatchObject({
      forPeople: expect.stringContaining('say when it ends'),
    });
    const { id } = await draft();
    clock.advance(20 * 24 * 60 * 60_000);
    await expect(notices.submit(id, 'U1')).rejects.toMatchObject({ code: 'notice-incomplete' });
    expect(await store.draftsOf('U1')).toHaveLength(2);
  });

  test('is one draft again when it is taken back, and can be sent anew', async () => {
    const { notices, series, store, outbox, draft, states } = await open();
    const { id } = await draft();
    await notices.submit(id, 'U1');
    const [, second] = await store.ofSeries(id);
    const back = await series.takeBack(id);
    expect(back).toHaveLength(1);
    expect(back[0]).toMatchObject({
      id,
      state: 'draft',
      seriesId: null,
      details: { recurrence: weekly },
    });
    expect(await store.find(second?.id ?? '')).toBeNull();
    expect(await outbox.of(second?.id ?? '')).toEqual([]);
    await notices.submit(id, 'U1');
    expect(await states(id)).toEqual(['scheduled', 'scheduled', 'scheduled']);
  });

  test('knows which ones come later', async () => {
    const { notices, series, store, draft } = await open();
    const { id } = await draft();
    await notices.submit(id, 'U1');
    const [, second, third] = await store.ofSeries(id);
    expect((await series.later(id)).map((one) => one.id)).toEqual([second?.id, third?.id]);
    await notices.cancel(third?.id ?? '');
    expect(await series.later(second?.id ?? '')).toEqual([]);
  });

  test('can be put off to a date that was left out, once its sessions are made', async () => {
    const { notices, draft, store } = await open();
    const { id } = await draft({ ...weekly, except: ['2026-12-01'] });
    const notice = await store.find(id);
    if (notice?.details.kind !== 'session') throw new Error('it is a session');
    const { details } = notice;
    const then = { start: '2026-12-01T14:00', end: '2026-12-01T15:30' };
    const moved = { ...notice, details: { ...details, ...then } };
    const early = await draft({ ...weekly, except: ['2026-11-24'] });
    await expect(notices.submit(early.id, 'U1')).rejects.toMatchObject({
      forPeople: expect.stringContaining('would be on 24 November 2026'),
    });
    await notices.submit(id, 'U1');
    expect((await notices.edit(id, moved)).notice.details).toMatchObject(then);
  });
});
