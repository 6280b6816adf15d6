import { expect, test } from 'vitest';
import { createCalendarFeedStore } from '../../src/storage/calendar-feed-store.ts';
import { createPersonalDataStore } from '../../src/storage/personal-data-store.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('personal data store', (openDatabase) => {
  test('deletes the address of a person’s calendar, and nobody else’s', async () => {
    const database = await openDatabase();
    const store = createPersonalDataStore(database, { now: () => 1_000_000 });
    const feeds = createCalendarFeedStore(database.db);
    const feed = { audience: null, createdAt: 1, revokedAt: null };
    await feeds.add({ ...feed, id: 'a', person: 'U1' }, 'hash-a');
    await feeds.add({ ...feed, id: 'b', person: 'U2' }, 'hash-b');
    expect(await store.erase('U1')).toMatchObject({ calendars: 1 });
    expect(await store.describe('U1')).toMatchObject({ calendars: 0 });
    expect(await feeds.findByHash('hash-a')).toBeNull();
    expect(await feeds.findByHash('hash-b')).not.toBeNull();
  });
});
