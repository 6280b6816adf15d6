import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createDeliver,
  createPacer,
  type Deliver,
  type DeliveryStore,
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
  type NewDelivery,
} from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createMemoryMessenger, type MemoryMessenger } from '../fakes/memory-messenger.ts';
import { createTestClock, type TestClock } from '../fakes/test-clock.ts';

interface Scene {
  deliver: Deliver;
  store: DeliveryStore;
  messenger: MemoryMessenger;
  clock: TestClock;
}

const leaseMs = 30_000;
const settleMs = 2_000;
const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function open(): Promise<Scene> {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createDeliveryStore(database, clock);
  const messenger = createMemoryMessenger();
  const { pause } = clock;
  const pacer = createPacer({ clock, pause, intervalMs: 1_000 });
  const options = { store, messenger, pacer, clock, pause, log: silentLog };
  const deliver = createDeliver({ ...options, leaseMs, settleMs, mostTries: 3 });
  return { deliver, store, messenger, clock };
}

const delivery: NewDelivery = {
  subject: 'message:C1:1.1',
  occasion: 'reply',
  channel: 'C1',
  thread: '1.1',
  answers: '1.1',
  content: { text: 'Hello', blocks: [] },
};

const unknown = () => new MessageOutcomeUnknown('cut');
const unavailable = () => new MessengerUnavailable('ECONNREFUSED');

describe('a delivery', () => {
  test('is posted once, however often it is called for', async () => {
    const { deliver, messenger } = await open();
    const ids = [await deliver(delivery), await deliver(delivery)];
    ids.push(...(await Promise.all([deliver(delivery), deliver(delivery)])));
    expect(new Set(ids)).toEqual(new Set(['1.000000']));
    expect(messenger.posted).toHaveLength(1);
    expect(messenger.lookedUp).toEqual([]);
  });

  test('is looked for, after it has had time to arrive, when its post broke off', async () => {
    const { deliver, messenger, clock } = await open();
    messenger.postFaults.push({ error: unknown(), posted: true });
    expect(await deliver(delivery)).toBe('1.000000');
    expect(messenger.posted).toHaveLength(1);
    expect(clock.waits).toContain(settleMs);
  });

  test('is posted again only when it is not found', async () => {
    const { deliver, messenger } = await open();
    messenger.postFaults.push({ error: unknown(), posted: false });
    expect(await deliver(delivery)).toBe('1.000000');
    expect(messenger.lookedUp).toHaveLength(1);
    expect(messenger.posted).toHaveLength(1);
  });

  test('is not posted as long as nobody can look', async () => {
    const { deliver, messenger } = await open();
    messenger.postFaults.push({ error: unknown(), posted: true });
    messenger.findFaults.push(unavailable(), unavailable());
    await expect(deliver(delivery)).rejects.toThrow(MessengerUnavailable);
    await expect(deliver(delivery)).rejects.toThrow(MessengerUnavailable);
    expect(await deliver(delivery)).toBe('1.000000');
    expect(messenger.posted).toHaveLength(1);
  });

  test('that a process died over is looked for by the next, after the lease', async () => {
    const { deliver, store, messenger, clock } = await open();
    const { id } = await store.prepare(delivery);
    await store.begin(id, leaseMs);
    await messenger.post({ ...delivery, deliveryId: id });
    const before = clock.now();
    expect(await deliver(delivery)).toBe('1.000000');
    expect(clock.now() - before).toBeGreaterThanOrEqual(leaseMs);
    expect(messenger.posted).toHaveLength(1);
  });

  test('that says something else by then replaces what a broken post left behind', async () => {
    const { deliver, messenger } = await open();
    messenger.postFaults.push({ error: new TypeError('surprise'), posted: true });
    await expect(deliver(delivery)).rejects.toThrow('surprise');
    const content = { text: 'Hello again', blocks: [] };
    expect(await deliver({ ...delivery, content })).toBe('1.000000');
    expect(messenger.posted.map((message) => message.content)).toEqual([content]);
  });

  test('that never left is posted without looking', async () => {
    const { deliver, messenger } = await open();
    messenger.postFaults.push({ error: unavailable(), posted: false });
    await expect(deliver(delivery)).rejects.toThrow(MessengerUnavailable);
    expect(await deliver(delivery)).toBe('1.000000');
    expect(messenger.lookedUp).toEqual([]);
  });

  test('waits as long as it is asked to, and all other channels with it', async () => {
    const { deliver, messenger, clock } = await open();
    messenger.postFaults.push({ error: new MessageRateLimited(7_000), posted: false });
    const before = clock.now();
    await deliver(delivery);
    expect(clock.now() - before).toBeGreaterThanOrEqual(7_000);
    expect(messenger.posted).toHaveLength(1);
  });

  test('is given back when it is rate-limited for too long', async () => {
    const { deliver, messenger } = await open();
    for (let count = 0; count < 3; count += 1) {
      messenger.postFaults.push({ error: new MessageRateLimited(1_000), posted: false });
    }
    await expect(deliver(delivery)).rejects.toThrow(MessageRateLimited);
    expect(await deliver(delivery)).toBe('1.000000');
    expect(messenger.lookedUp).toEqual([]);
  });

  test('that is rejected is not tried again', async () => {
    const { deliver, messenger } = await open();
    const rejected = new MessageRejected('is_archived', false);
    messenger.postFaults.push({ error: rejected, posted: false });
    await expect(deliver(delivery)).rejects.toBe(rejected);
    await expect(deliver(delivery)).rejects.toThrow(MessageRejected);
    expect(messenger.posted).toEqual([]);
  });

  test('keeps its distance from the one before in its channel', async () => {
    const { deliver, messenger, clock } = await open();
    const at: number[] = [];
    const post = messenger.post.bind(messenger);
    messenger.post = (message) => {
      at.push(clock.now());
      return post(message);
    };
    for (const subject of ['a', 'b', 'c']) await deliver({ ...delivery, subject });
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });
});

test('whatever goes wrong, and whenever it is tried again, it is posted at most once', async () => {
  const error = fc.constantFrom(
    unknown,
    unavailable,
    () => new MessageRateLimited(500),
    () => {
      return new TypeError('surprise');
    },
  );
  const postFault = fc.record({ error, posted: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(postFault, { maxLength: 6 }),
      fc.array(error, { maxLength: 4 }),
      async (postFaults, findFaults) => {
        const { deliver, messenger } = await open();
        for (const { error: create, posted } of postFaults) {
          const fault = create();
          // Only these two leave it open whether the message was posted.
          const mayBePosted = fault instanceof MessageOutcomeUnknown || fault instanceof TypeError;
          messenger.postFaults.push({ error: fault, posted: posted && mayBePosted });
        }
        messenger.findFaults.push(
          ...findFaults
            .map((create) => create())
            .filter((f) => !(f instanceof MessageOutcomeUnknown)),
        );
        let sent: string | null = null;
        for (let calls = 0; sent === null && calls < 20; calls += 1) {
          sent = await deliver(delivery).catch(() => null);
        }
        expect(sent).not.toBeNull();
        expect(messenger.posted).toHaveLength(1);
      },
    ),
    { numRuns: 150 },
  );
});
