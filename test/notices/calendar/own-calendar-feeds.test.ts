import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { createCalendarFeeds } from '../../../src/notices/index.ts';
import type { Audience } from '../../../src/people/index.ts';
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
  /** What everybody may read; an error when Slack does not say. */
  const now = { audiences: ['public', 'members'] as Audience[] | Error };
  const feeds = createCalendarFeeds({
    feeds: createCalendarFeedStore(database.db),
    notices: store,
    audiencesOf: async () => {
      if (now.audiences instanceof Error) throw now.audiences;
      return now.audiences;
    },
    clock,
  });
  /** `n1: CONFIRMED`, as another program reads it. */
  async function events(token: string): Promise<string[]> {
    const calendar = new ICAL.Component(ICAL.parse((await feeds.read(token)) ?? ''));
    return calendar
      .getAllSubcomponents('vevent')
      .map((event) => {
        const id = String(event.getFirstPropertyValue('uid')).replace('@concord', '');
        return `${id}: ${event.getFirstPropertyValue('status')}`;
      })
      .toSorted();
  }
  return { feeds, store, clock, events, now };
}

describe('somebody’s own calendar', () => {
  test('has what they are going or may come to, with what is not certain marked', async () => {
    const { feeds, store, events } = await open();
    for (const id of ['going', 'maybe', 'cannot', 'unanswered', 'full', 'off']) {
      await store.add(sampleSession({ id }, { capacity: 1 }));
    }
    const { token } = await feeds.createFor('U1');
    expect(await events(token)).toEqual([]);
    await store.reply('full', 'U2', 'going');
    for (const id of ['going', 'full', 'off']) await store.reply(id, 'U1', 'going');
    await store.reply('maybe', 'U1', 'maybe');
    await store.reply('cannot', 'U1', 'cannot');
    await store.change('off', (notice) => ({ ...notice, state: 'cancelled' }));
    expect(await events(token)).toEqual([
      'full: TENTATIVE',
      'going: CONFIRMED',
      'maybe: TENTATIVE',
    ]);
    await store.reply('full', 'U2', 'cannot');
    await store.reply('maybe', 'U1', 'cannot');
    expect(await events(token)).toEqual(['full: CONFIRMED', 'going: CONFIRMED']);
    expect(await events((await feeds.createFor('U2')).token)).toEqual([]);
  });

  test('has nothing that they may not know of any more, and is not read while that is unknown', async () => {
    const { feeds, store, events, now } = await open();
    await store.add(sampleSession({ id: 'members' }));
    await store.add(sampleSession({ id: 'public', audience: 'public' }));
    for (const id of ['members', 'public']) await store.reply(id, 'U1', 'going');
    const { token } = await feeds.createFor('U1');
    now.audiences = ['public'];
    expect(await events(token)).toEqual(['public: CONFIRMED']);
    now.audiences = new Error('Slack does not answer');
    await expect(feeds.read(token)).rejects.toThrow('Slack does not answer');
  });

  test('has one address at a time, which can be ended', async () => {
    const { feeds, clock } = await open();
    const first = await feeds.createFor('U1');
    const other = await feeds.createFor('U2');
    clock.advance(1_000);
    const second = await feeds.createFor('U1');
    expect(await feeds.read(first.token)).toBeNull();
    expect(await feeds.read(second.token)).toContain('BEGIN:VCALENDAR');
    expect(await feeds.of('U1')).toEqual(second.feed);
    await feeds.revokeOf('U1');
    expect(await feeds.read(second.token)).toBeNull();
    expect(await feeds.of('U1')).toBeNull();
    expect(await feeds.read(other.token)).toContain('BEGIN:VCALENDAR');
  });
});
