import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import {
  createDeliver,
  createFindPosted,
  createPacer,
  pause,
} from '../../../src/messaging/index.ts';
import {
  createOutboxWorker,
  type OutboxTask,
  type OutboxWorker,
  type TaskEnd,
} from '../../../src/notices/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import {
  createAcceleratedClock,
  type LocalSlack,
  startLocalSlack,
} from '../../../src/playground/index.ts';
import { createMessenger } from '../../../src/slack/web/messenger.ts';
import { createSlackLog } from '../../../src/slack/web/slack-log.ts';
import { createWebClients } from '../../../src/slack/web/web-clients.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createDeliveryStore } from '../../../src/storage/delivery-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';

const opened: { slack: LocalSlack; database: Database; worker: OutboxWorker }[] = [];
afterEach(async () => {
  for (const { slack, database, worker } of opened.splice(0)) {
    await worker.stop();
    await slack.close();
    await database.close();
  }
});

const channels = Array.from({ length: 160 }, (_, index) => `C1${String(index).padStart(8, '0')}`);
const [crowd, askers] = [channels.slice(10), channels.slice(0, 10)];

/** Slack's minute is so many times shorter. */
const speed = 8;

async function open() {
  const slack = await startLocalSlack({ clock: createAcceleratedClock(speed) });
  const state = slack.snapshot();
  const [room] = Object.values(state.conversations).filter(({ isGeneral }) => isGeneral);
  if (room === undefined) throw new Error('the workspace is empty');
  for (const id of [...crowd, ...askers]) {
    state.conversations[id] = { ...room, id, name: id, isGeneral: false, messages: [] };
  }
  slack.restore(state);
  const database = await openDatabase(':memory:');
  const clients = createWebClients({
    token: slack.botToken,
    apiUrl: slack.url,
    logger: createSlackLog(silentLog),
    timeoutMs: 5_000,
  });
  const common = { clock: systemClock, pause, log: silentLog };
  const messenger = createMessenger(clients, silentLog);
  const outbox = createOutbox(database, systemClock);
  const pacer = createPacer({
    ...common,
    intervalMs: 1_000 / speed,
    burst: 4,
    overall: { intervalMs: 200 / speed, burst: 90, reserve: 15 },
  });
  const delivering = {
    ...common,
    store: createDeliveryStore(database, systemClock),
    messenger,
    leaseMs: 30_000,
    settleMs: 50,
    mostTries: 4,
  };
  const ended: { task: OutboxTask; end: TaskEnd }[] = [];
  const worker = createOutboxWorker({
    ...common,
    outbox,
    prepare: async ({ place, occasion }) => ({
      kind: 'send',
      place: { channel: place, thread: null },
      content: { text: occasion, blocks: [] },
    }),
    deliver: createDeliver({ ...delivering, pacer: pacer.yielding }),
    findPosted: createFindPosted(delivering),
    messenger,
    owner: 'me',
    leaseMs: 30_000,
    parallel: 24,
    pollMs: 20,
    graceMs: 2_000,
    lateMs: 600_000,
    backOffMs: [50],
    onEnd: (task, end) => void ended.push({ task, end }),
  });
  opened.push({ slack, database, worker });
  const plan = (places: readonly string[]) =>
    outbox.add(
      'n1',
      places.map((place) => ({ occasion: 'announcement', place, dueAt: 0, uselessAt: null })),
    );
  const states = async () => {
    const tasks = await outbox.of('n1');
    return Object.fromEntries(tasks.map(({ place, state, problem }) => [place, problem ?? state]));
  };
  const answer = createDeliver({ ...delivering, pacer });
  return { slack, worker, plan, states, ended, answer };
}

test('what a channel refuses for good is known at once, and the others get theirs', async () => {
  const { slack, worker, plan, states, ended } = await open();
  const idOf = (name: string): string =>
    Object.values(slack.workspace.conversations).find((each) => each.name === name)?.id ?? '';
  const [coffee, archived] = [idOf('coffee'), idOf('launch-2023')];
  slack.faults.failNext('chat.postMessage', { error: 'restricted_action' });
  const [restricted = '', ...others] = crowd.slice(0, 6);
  await plan([restricted]);
  worker.start();
  await vi.waitFor(() => expect(ended).toHaveLength(1));
  await plan([coffee, archived, ...others]);
  worker.wake();
  await vi.waitFor(() => expect(ended).toHaveLength(8));
  expect(await states()).toEqual({
    [restricted]: 'restricted_action',
    [coffee]: 'not_in_channel',
    [archived]: 'is_archived',
    ...Object.fromEntries(others.map((place) => [place, 'sent'])),
  });
  // Not one of them was tried again.
  const tries = slack.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(tries).toHaveLength(8);
});

test('while access is revoked everything is kept, and sent when it is back', async () => {
  const { slack, worker, plan, states, ended } = await open();
  const places = crowd.slice(0, 12);
  slack.faults.start('revoked-token');
  await plan(places);
  worker.start();
  await vi.waitFor(async () => {
    const problems = Object.values(await states());
    expect(new Set(problems)).toEqual(new Set(['messenger-unavailable: token_revoked']));
  });
  expect(ended).toEqual([]);
  slack.faults.end('revoked-token');
  await vi.waitFor(() => expect(ended).toHaveLength(places.length), { timeout: 10_000 });
  for (const place of places) expect(slack.messages(place)).toHaveLength(1);
});

test('answers do not wait behind a notice to many channels', async () => {
  const { slack, worker, plan, ended, answer } = await open();
  const posted: string[] = [];
  slack.onMessage(({ channel }) => void posted.push(channel));
  await plan(crowd);
  worker.start();
  // All that may go out at once has gone; the others wait for their turn.
  await vi.waitFor(() => expect(posted.length).toBeGreaterThan(80), { timeout: 10_000 });
  const before = posted.length;
  const content = { text: 'By a third.', blocks: [] };
  const reply = { thread: null, subject: 's', occasion: 'reply', content, answers: null };
  await Promise.all(askers.map((channel) => answer({ ...reply, channel })));
  const last = Math.max(...askers.map((channel) => posted.indexOf(channel)));
  // Those that had their turn already come between.
  expect(last - before).toBeLessThan(askers.length + 10);
  await vi.waitFor(() => expect(ended).toHaveLength(crowd.length), { timeout: 15_000 });
  expect(slack.calls.some(({ outcome }) => outcome === 'ratelimited')).toBe(false);
});
