import { afterEach, describe, expect, test } from 'vitest';
import {
  createFindPosted,
  MessengerUnavailable,
  type NewDelivery,
} from '../../src/messaging/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createMemoryMessenger } from '../fakes/memory-messenger.ts';
import { createTestClock } from '../fakes/test-clock.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const delivery: NewDelivery = {
  subject: 'notice:1',
  occasion: 'announcement',
  channel: 'C1',
  thread: null,
  answers: null,
  content: { text: 'Hello', blocks: [] },
};
const leaseMs = 30_000;

/** A delivery whose sender died, after it had posted or before. */
async function open(sender: 'posted' | 'died before' | 'never began') {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createDeliveryStore(database, clock);
  const messenger = createMemoryMessenger();
  const { id } = await store.prepare(delivery);
  if (sender !== 'never began') await store.begin(id, leaseMs);
  if (sender === 'posted') await messenger.post({ ...delivery, deliveryId: id });
  const { pause } = clock;
  const find = createFindPosted({ store, messenger, clock, pause, leaseMs });
  return { store, messenger, id, find: () => find(delivery) };
}

describe('a message that may have been posted', () => {
  test('is found once its sender can say nothing any more', async () => {
    const { find, messenger } = await open('posted');
    const message = { channel: 'C1', messageId: '1.000000' };
    expect(await find()).toEqual(message);
    expect(await find()).toEqual(message);
    expect(messenger.lookedUp).toHaveLength(1);
  });

  test.each(['died before', 'never began'] as const)('is none when its sender %s', async (how) => {
    const { find, store, id } = await open(how);
    expect(await find()).toBeNull();
    expect((await store.begin(id, leaseMs)).turn).toBe('first');
  });

  test('is looked for again when it could not be', async () => {
    const { find, messenger } = await open('posted');
    messenger.findFaults.push(new MessengerUnavailable('ECONNREFUSED'));
    await expect(find()).rejects.toThrow(MessengerUnavailable);
    expect(await find()).toMatchObject({ channel: 'C1' });
  });
});
