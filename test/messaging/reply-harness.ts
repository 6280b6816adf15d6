import {
  createDeliver,
  createPacer,
  createReplies,
  createStreamBudget,
  type DeliveryStore,
  type MessageContent,
  type Messenger,
  type Replies,
  type ReplyAddress,
} from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createMemoryMessenger, type MemoryMessenger } from '../fakes/memory-messenger.ts';
import { createTestClock, type TestClock } from '../fakes/test-clock.ts';

export const leaseMs = 30_000;
export const settleMs = 2_000;
export const rolloverMs = 225_000;
export const streamsPerMinute = 15;

export const address: ReplyAddress = {
  subject: 'message:C1:0.1',
  channel: 'C1',
  thread: '0.1',
  answers: '0.1',
};
export const recipient = { person: 'U1', team: 'T1' };

export const block = (text: string): object => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
});
export const content = (...texts: string[]): MessageContent => ({
  text: texts.join(' '),
  blocks: texts.map(block),
});

export interface Scene {
  database: Database;
  store: DeliveryStore;
  messenger: MemoryMessenger;
  clock: TestClock;
  replies: Replies;
}

/** What lasts longer than a process: the database, the service, and time. */
export type World = Omit<Scene, 'replies'>;

export async function openWorld(): Promise<World> {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  const store = createDeliveryStore(database, clock);
  return { database, store, messenger: createMemoryMessenger(clock.now), clock };
}

/** What one process keeps in memory. */
export function startProcess({
  store,
  messenger,
  clock,
}: Pick<World, 'clock'> & { store: DeliveryStore; messenger: Messenger }): Replies {
  const { pause } = clock;
  const shared = { store, messenger, clock, pause, log: silentLog, leaseMs, settleMs };
  const pacer = createPacer({ clock, pause, intervalMs: 1_000 });
  const deliver = createDeliver({ ...shared, pacer, mostTries: 3 });
  const budget = createStreamBudget({ clock, perMinute: streamsPerMinute });
  return createReplies({ ...shared, pacer, deliver, budget, rolloverMs, mostTries: 3 });
}

export async function openScene(): Promise<Scene> {
  const world = await openWorld();
  return { ...world, replies: startProcess(world) };
}

/** The blocks of each message, in the order of their ids. */
export function shown({ messenger }: Pick<Scene, 'messenger'>): object[][] {
  return [...messenger.posted]
    .sort((one, other) => Number(one.id) - Number(other.id))
    .map((message) => [...message.content.blocks]);
}
