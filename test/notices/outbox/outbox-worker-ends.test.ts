import { afterEach, expect, test } from 'vitest';
import { MessageRejected } from '../../../src/messaging/index.ts';
import {
  createOutboxWorker,
  type OutboxWorker,
  type OutboxWorkerOptions,
  type PrepareTask,
} from '../../../src/notices/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createMemoryMessenger } from '../../fakes/memory-messenger.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const opened: Database[] = [];
const workers: OutboxWorker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  for (const database of opened.splice(0)) await database.close();
});

async function work(prepare: PrepareTask, change: Partial<OutboxWorkerOptions> = {}) {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const outbox = createOutbox(database, clock);
  await outbox.add('n1', [{ occasion: 'announcement', place: 'U1', dueAt: 0, uselessAt: null }]);
  const worker = createOutboxWorker({
    outbox,
    prepare,
    deliver: async () => '1.1',
    findPosted: async () => null,
    messenger: createMemoryMessenger(),
    clock,
    log: silentLog,
    owner: 'me',
    leaseMs: 60_000,
    parallel: 4,
    pollMs: 3,
    graceMs: 1_000,
    lateMs: 60_000,
    backOffMs: [1_000],
    ...change,
  });
  workers.push(worker);
  worker.start();
  return { clock, task: async () => (await outbox.of('n1'))[0] };
}

const plainly: PrepareTask = async ({ place }) => ({
  kind: 'send',
  place: { channel: place, thread: null },
  content: { text: 'Hello', blocks: [] },
});

test('a place that is found not to exist while a message is drawn has failed for good', async () => {
  const { task } = await work(async () => {
    throw new MessageRejected('user_not_found', false);
  });
  await expect.poll(task).toMatchObject({ state: 'failed', problem: 'user_not_found' });
});

test('what may not be said somewhere has failed there, without being sent', async () => {
  const sent: string[] = [];
  const { task } = await work(async () => ({ kind: 'refuse', problem: 'outsiders U9' }), {
    deliver: async ({ channel }) => {
      sent.push(channel);
      return '1.1';
    },
  });
  await expect.poll(task).toMatchObject({ state: 'failed', problem: 'outsiders U9' });
  expect(sent).toEqual([]);
});

test('what could not be made sure of is kept with what was sent', async () => {
  const { task } = await work(async (one, timing) => ({
    ...(await plainly(one, timing)),
    doubt: 'audience-unknown',
  }));
  await expect.poll(task).toMatchObject({ state: 'sent', problem: 'audience-unknown' });
});

test('what has to wait is asked for again at its time', async () => {
  let asked = 0;
  const { clock, task } = await work(async (one, timing) => {
    asked += 1;
    return asked === 1
      ? { kind: 'later', availableAt: clock.now() + 60_000 }
      : plainly(one, timing);
  });
  await expect.poll(task).toMatchObject({ state: 'waiting', problem: 'not-yet' });
  clock.advance(60_000);
  await expect.poll(task).toMatchObject({ state: 'sent' });
  expect(asked).toBe(2);
});

test('what follows from an end is done before the task counts as over, and again after a failure', async () => {
  const states: (string | undefined)[] = [];
  const { clock, task } = await work(plainly, {
    settle: async () => {
      states.push((await task())?.state);
      if (states.length === 1) throw new Error('the database is away');
    },
  });
  await expect.poll(task).toMatchObject({ state: 'waiting', failures: 1 });
  clock.advance(1_000);
  await expect.poll(task).toMatchObject({ state: 'sent' });
  expect(states).toEqual(['waiting', 'waiting']);
});
