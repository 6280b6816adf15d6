import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { createCalendarFeeds } from '../../../src/notices/index.ts';
import { createCalendarFeedStore } from '../../../src/storage/calendar-feed-store.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function open() {
  const clock = createTestClock(Date.parse('2026-11-20T09:00:00Z'));
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const feeds = createCalendarFeeds({
    feeds: createCalendarFeedStore(database.db),
    notices: store,
    audiencesOf: async () => [],
    clock,
  });
  /** Ids of events, as another program reads them. */
  async function eventsOf(token: string): Promise<string[]> {
    const calendar = new ICAL.Component(ICAL.parse((await feeds.read(token)) ?? ''));
    return calendar
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('uid')));
  }
  return { feeds, store, clock, database, eventsOf };
}

describe('a calendar to subscribe to', () => {
  test('has the sessions that its audience may know of, once they are announced', async () => {
    const { feeds, store, clock, eventsOf } = await open();
    await store.add(sampleSession({ id: 'public', audience: 'public' }));
    await store.add(sampleSession({ id: 'members' }));
    await store.add(sampleSession({ id: 'leads', audience: 'leads' }));
    await store.add(sampleSession({ id: 'board', audience: 'group:board' }));
    await store.add(sampleSession({ id: 'secret', announceAt: clock.now() + 1_000 }));
    await store.add(sampleSession({ id: 'draft', state: 'draft' }));
    const read = async (audience: 'public' | 'members' | 'leads' | 'group:board') =>
      (await eventsOf((await feeds.create(audience)).token)).toSorted();
    expect(await read('public')).toEqual(['public@concord']);
    expect(await read('members')).toEqual(['members@concord', 'public@concord']);
    expect(await read('leads')).toEqual(['leads@concord', 'members@concord', 'public@concord']);
    expect(await read('group:board')).toEqual(['board@concord', 'public@concord']);
    clock.advance(1_000);
    expect(await read('members')).toContain('secret@concord');
  });

  test('forgets what is long over', async () => {
    const { feeds, store, clock, eventsOf } = await open();
    await store.add(sampleSession());
    const { token } = await feeds.create('members');
    clock.advance(90 * 24 * 60 * 60 * 1_000);
    expect(await eventsOf(token)).toEqual(['n1@concord']);
    clock.advance(10 * 24 * 60 * 60 * 1_000);
    expect(await eventsOf(token)).toEqual([]);
  });

  test('has an address that is not kept, and leads nowhere once it is revoked', async () => {
    const { feeds, clock, database } = await open();
    const { feed, token } = await feeds.create('members');
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    const rows = await database.db.selectFrom('calendar_feeds').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await feeds.read(token)).toContain('BEGIN:VCALENDAR');
    expect(await feeds.read('0'.repeat(32))).toBeNull();
    expect(await feeds.read(rows[0]?.token_hash ?? '')).toBeNull();
    expect(await feeds.revoke(feed.id)).toBe(true);
    expect(await feeds.read(token)).toBeNull();
    expect(await feeds.revoke(feed.id)).toBe(false);
    expect(await feeds.list()).toEqual([{ ...feed, revokedAt: clock.now() }]);
  });
});
