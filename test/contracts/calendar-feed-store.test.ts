import { expect, test } from 'vitest';
import type { CalendarFeed } from '../../src/notices/index.ts';
import { createCalendarFeedStore } from '../../src/storage/calendar-feed-store.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('calendar feed store', (openDatabase) => {
  test('finds feeds by a hash, and revokes each once', async () => {
    const store = createCalendarFeedStore((await openDatabase()).db);
    const feed: CalendarFeed = {
      id: 'a',
      audience: 'group:board',
      createdAt: 1_795_000_000_000,
      revokedAt: null,
    };
    const older: CalendarFeed = { ...feed, id: 'b', audience: 'members', createdAt: 1 };
    await store.add(feed, 'hash-a');
    await store.add(older, 'hash-b');
    await expect(store.add({ ...feed, id: 'c' }, 'hash-a')).rejects.toThrow();
    expect(await store.findByHash('hash-a')).toEqual(feed);
    expect(await store.findByHash('a')).toBeNull();
    expect(await store.revoke('a', 7)).toBe(true);
    expect(await store.revoke('a', 8)).toBe(false);
    expect(await store.revoke('none', 8)).toBe(false);
    expect(await store.list()).toEqual([older, { ...feed, revokedAt: 7 }]);
  });
});
