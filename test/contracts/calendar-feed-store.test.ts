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
      person: null,
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

  test('finds a person’s own, as long as they can be read', async () => {
    const store = createCalendarFeedStore((await openDatabase()).db);
    const own = (id: string, person: string, createdAt: number): CalendarFeed => ({
      id,
      audience: null,
      person,
      createdAt,
      revokedAt: null,
    });
    await store.add(own('a', 'U1', 1), 'hash-a');
    await store.add(own('b', 'U1', 2), 'hash-b');
    await store.add(own('c', 'U2', 3), 'hash-c');
    expect(await store.findByHash('hash-a')).toEqual(own('a', 'U1', 1));
    expect((await store.ofPerson('U1')).map(({ id }) => id)).toEqual(['b', 'a']);
    await store.revoke('b', 9);
    expect((await store.ofPerson('U1')).map(({ id }) => id)).toEqual(['a']);
    expect(await store.ofPerson('U3')).toEqual([]);
  });
});
