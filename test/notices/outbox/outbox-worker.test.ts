import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createDeliver,
  createFindPosted,
  createPacer,
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from '../../../src/messaging/index.ts';
import {
  createOutboxWorker,
  type OutboxTask,
  type OutboxWorker,
  type PlannedTask,
  type PrepareTask,
  type TaskEnd,
} from '../../../src/notices/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createDeliveryStore } from '../../../src/storage/delivery-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createMemoryMessenger, type PostFault } from '../../fakes/memory-messenger.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const opened: Database[] = [];
const workers: OutboxWorker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  for (const database of opened.splice(0)) await database.close();
});

/** Says the occasion, there. */
const plainly: PrepareTask = async ({ occasion, place }, { late }) => ({
  kind: 'send',
  place: { channel: place, thread: null },
  content: { text: `${occasion}${late ? ' (late)' : ''}`, blocks: [] },
});

async function open(prepare: PrepareTask = plainly) {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const messenger = createMemoryMessenger();
  const outbox = createOutbox(database, clock);
  const ended: { task: OutboxTask; end: TaskEnd }[] = [];
  const { pause } = clock;
  const common = { clock, pause, log: silentLog };
  const work = (owner: string): OutboxWorker => {
    const delivering = {
      ...common,
      store: createDeliveryStore(database, clock),
      messenger,
      leaseMs: 30_000,
    };
    const deliver = createDeliver({
      ...delivering,
      pacer: createPacer({ ...common, intervalMs: 1_000 }),
      settleMs: 500,
      mostTries: 2,
    });
    const worker = createOutboxWorker({
      outbox,
      prepare,
      deliver,
      findPosted: createFindPosted(delivering),
      messenger,
      clock,
      log: silentLog,
      owner,
      leaseMs: 60_000,
      parallel: 4,
      pollMs: 3,
      graceMs: 1_000,
      lateMs: 60_000,
      backOffMs: [1_000, 5_000],
      onEnd: (task, end) => void ended.push({ task, end }),
    });
    workers.push(worker);
    worker.start();
    return worker;
  };
  const states = async () => (await outbox.of('n1')).map(({ state }) => state);
  return { clock, database, messenger, outbox, ended, work, states };
}

const task = (change: Partial<PlannedTask> = {}): PlannedTask => ({
  occasion: 'announcement',
  place: 'C1',
  dueAt: 0,
  uselessAt: null,
  ...change,
});

describe('what is due', () => {
  test('is sent to each place, not before its time, and marked when it is late', async () => {
    const { clock, messenger, outbox, work, states } = await open();
    const now = clock.now();
    await outbox.add('n1', [
      task({ place: 'C1', dueAt: now - 1 }),
      task({ place: 'C2', dueAt: now - 120_000 }),
      task({ place: 'C3', dueAt: now + 3_600_000 }),
    ]);
    work('me');
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent', 'waiting']));
    const said = messenger.posted.map(({ channel, content }) => [channel, content.text]);
    expect(said.toSorted()).toEqual([
      ['C1', 'announcement'],
      ['C2', 'announcement (late)'],
    ]);
    clock.advance(3_600_000);
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent', 'sent']));
  });

  test('is skipped when it is of no use any more, or its notice says so', async () => {
    const { clock, messenger, outbox, work, ended } = await open(async (one, timing) =>
      one.occasion === 'gone' ? { kind: 'skip', problem: 'cancelled' } : plainly(one, timing),
    );
    await outbox.add('n1', [
      task({ uselessAt: clock.now() }),
      task({ place: 'C2', occasion: 'gone' }),
    ]);
    work('me');
    await vi.waitFor(() => expect(ended).toHaveLength(2));
    const problems = ended.map(({ end }) => (end.state === 'skipped' ? end.problem : end.state));
    expect(problems.toSorted()).toEqual(['cancelled', 'too-late']);
    expect(messenger.posted).toEqual([]);
  });

  test('counts as sent when its sender died before it could say so', async () => {
    const off: PrepareTask = async () => ({ kind: 'skip', problem: 'called-off' });
    const { clock, database, messenger, outbox, ended, work } = await open(off);
    await outbox.add('n1', [task()]);
    const deliveries = createDeliveryStore(database, clock);
    const delivery = {
      subject: 'notice:n1',
      occasion: 'announcement',
      channel: 'C1',
      thread: null,
      answers: null,
      content: { text: 'announcement', blocks: [] },
    };
    const { id } = await deliveries.prepare(delivery);
    await deliveries.begin(id, 1_000);
    const messageId = await messenger.post({ ...delivery, deliveryId: id });
    work('me');
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended[0]?.end).toEqual({ state: 'sent', message: { channel: 'C1', messageId } });
  });

  test('is reported at once when it will never be accepted, and the rest is sent', async () => {
    const { messenger, outbox, work, states } = await open();
    messenger.faultOf = (method): PostFault | undefined =>
      method === 'post' && messenger.calls.length === 1
        ? { error: new MessageRejected('not_in_channel', false), posted: false }
        : undefined;
    await outbox.add(
      'n1',
      ['C1', 'C2', 'C3'].map((place) => task({ place })),
    );
    work('me');
    await vi.waitFor(async () =>
      expect((await states()).toSorted()).toEqual(['failed', 'sent', 'sent']),
    );
    const failed = (await outbox.of('n1')).find(({ state }) => state === 'failed');
    expect(failed?.problem).toBe('not_in_channel');
  });

  test('brings what was sent up to date, unless it is gone', async () => {
    const content = { text: 'now', blocks: [] };
    const { messenger, outbox, work, ended } = await open(async ({ place, occasion }) => ({
      kind: 'update',
      message: { channel: place, messageId: occasion === 'card' ? '1.000000' : '99' },
      content,
    }));
    await messenger.post({ channel: 'C1', thread: null, deliveryId: 'd', content });
    await outbox.renewTasks('n1', [task({ occasion: 'card' }), task({ occasion: 'other' })]);
    work('me');
    await vi.waitFor(() => expect(ended).toHaveLength(2));
    expect(ended.map(({ end }) => end.state).toSorted()).toEqual(['sent', 'skipped']);
    expect(messenger.posted[0]?.content.text).toBe('now');
  });

  test('gives way to other tasks', async () => {
    const { messenger, outbox, work } = await open(async (one, timing) =>
      one.place === 'participants'
        ? { kind: 'instead', tasks: [task({ place: 'U1' }), task({ place: 'U2' })] }
        : plainly(one, timing),
    );
    await outbox.add('n1', [task({ place: 'participants' })]);
    work('me');
    await vi.waitFor(() => expect(messenger.posted).toHaveLength(2));
  });

  test('is sent exactly once by two workers, whatever befalls the posts', async () => {
    const { clock, messenger, outbox, work } = await open();
    let call = 0;
    const faults = [
      { error: new MessageOutcomeUnknown('cut'), posted: true },
      { error: new MessageOutcomeUnknown('cut'), posted: false },
      { error: new MessageRateLimited(2_000), posted: false },
      { error: new MessengerUnavailable('ECONNREFUSED'), posted: false },
    ];
    messenger.faultOf = (method) => {
      call += 1;
      return method === 'post' && call % 3 === 0 ? faults[(call / 3) % faults.length] : undefined;
    };
    const tasks = Array.from({ length: 60 }, (_, index) =>
      task({ place: `C${index % 12}`, occasion: `occasion-${index}` }),
    );
    await outbox.add('n1', tasks);
    work('one');
    work('two');
    await vi.waitFor(
      async () => {
        clock.advance(1_000);
        const open = (await outbox.of('n1')).filter(({ state }) => state !== 'sent');
        expect(open).toEqual([]);
      },
      { timeout: 20_000, interval: 5 },
    );
    const said = messenger.posted.map(({ content }) => content.text.replace(' (late)', ''));
    expect(said.toSorted()).toEqual(tasks.map(({ occasion }) => occasion).toSorted());
  });
});
