import { afterEach, expect, test } from 'vitest';
import {
  audienceUnknown,
  createNotices,
  createOutboxWorker,
  createPrepareTask,
  createSettleTask,
  type FindOutsiders,
  type NoticeContent,
  type NoticeMessages,
  type SessionDetails,
} from '../../src/notices/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { createFindOutsiders } from '../../src/slack/notices/find-outsiders.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createNoticeStore } from '../../src/storage/notice-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { sampleSession } from './sample-notice.ts';

const opened: Database[] = [];
const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
  for (const database of opened.splice(0)) await database.close();
});

const startAt = Date.parse('2026-11-09T09:00:00Z');
const says = (text: string) => ({ text, blocks: [] });
const none = async () => says('none');
const drawn = ({ details }: { details: { kind: string } }): string => {
  const { start, description } = details as SessionDetails;
  return `${start} ${description}`;
};
const messages: NoticeMessages = {
  card: async (notice) => says(drawn(notice)),
  reminder: async (notice) => says(drawn(notice)),
  change: async (notice, { parts }) => says(`${parts.join()}: ${drawn(notice)}`),
  cancellation: none,
  promotion: none,
  displacement: none,
  materials: none,
  report: none,
};

const details = sampleSession({}, { description: 'Old.' }).details as SessionDetails;
const old = `${details.start} Old.`;
const moved = { start: '2026-11-25T14:00', end: '2026-11-25T15:30' };

/** A session that was announced in channels, and a process that brings its cards up to date. */
async function announced(channels: string[], whoIsThere: (now: () => number) => FindOutsiders) {
  const clock = createTestClock(startAt);
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  const notices = createNotices({
    ...{ store, clock, needsApproval: false, quietHours: null, graceMs: 0 },
    newId: () => 'n1',
    wake: () => {},
  });
  const { audience, people, remindIn } = sampleSession();
  const content: NoticeContent = {
    ...{ audience, people, remindIn, channels, details },
    announceAt: null,
    reminders: [],
  };
  await notices.draft('U1', content);
  await notices.submit('n1', 'U1');
  for (const _ of channels) {
    const task = await outbox.claim('me', 1_000);
    if (task === null) throw new Error('nothing was claimed');
    const message = { channel: task.place, messageId: task.place };
    await outbox.finish(task, 'me', { state: 'sent', message });
  }
  clock.advance(1);
  const cards = new Map(channels.map((channel) => [channel, [old]]));
  const notes: string[] = [];
  const worker = createOutboxWorker({
    outbox,
    prepare: createPrepareTask({
      ...{ store, outbox, messages, clock, lateMs: 60_000 },
      isPerson: (id) => id.startsWith('U'),
      directConversation: async (person) => person,
      findOutsiders: whoIsThere(clock.now),
    }),
    settle: createSettleTask({
      ...{ store, outbox, clock },
      isPerson: () => false,
      liftEmbargo: async () => {},
    }),
    deliver: async ({ channel, content: { text } }) => {
      notes.push(`${channel} ${text}`);
      return `${channel}-note`;
    },
    findPosted: async () => null,
    messenger: {
      update: async ({ channel, content: { text } }) => {
        cards.get(channel)?.push(text);
        return true;
      },
    },
    clock,
    log: silentLog,
    ...{ owner: 'worker', leaseMs: 30_000, parallel: 8, pollMs: 5, graceMs: 1_000, lateMs: 60_000 },
    backOffMs: [1_000],
  });
  started.push(worker);
  worker.start();
  const edit = (change: Partial<SessionDetails>, showAll = false) =>
    notices.edit('n1', { ...content, details: { ...details, ...change } }, { showAll });
  const card = (channel: string) => cards.get(channel)?.at(-1);
  const isIdle = async () =>
    (await outbox.of('n1')).every(({ state, dueAt }) => state !== 'waiting' || dueAt > clock.now());
  const untilIdle = () => expect.poll(isIdle, { interval: 5, timeout: 5_000 }).toBe(true);
  return { clock, edit, card, cards, notes, outbox, untilIdle, notices };
}

const guestInC1: FindOutsiders = async (place) => (place === 'C1' ? ['U9'] : []);

test('a card that a guest sees is put right in time and place, and shows them nothing new', async () => {
  const { edit, card, notes, untilIdle } = await announced(['C1', 'C2'], () => guestInC1);
  await edit({ ...moved, description: 'New.' });
  await untilIdle();
  expect(card('C1')).toBe(`${moved.start} Old.`);
  expect(card('C2')).toBe(`${moved.start} New.`);
  expect(notes.toSorted()).toEqual([
    `C1 time: ${moved.start} Old.`,
    `C2 time: ${moved.start} New.`,
  ]);
});

test('the note of a change says nothing where all of it is withheld', async () => {
  const { edit, card, notes, untilIdle } = await announced(['C1', 'C2'], () => guestInC1);
  await edit({ title: 'Other' });
  await untilIdle();
  expect(notes).toEqual([`C2 title: ${old}`]);
  expect(card('C1')).toBe(old);
});

test('all of it is shown once somebody says so', async () => {
  const { edit, card, untilIdle } = await announced(['C1'], () => guestInC1);
  await edit({ description: 'New.' });
  await untilIdle();
  expect(card('C1')).toBe(old);
  await edit({ description: 'New.', ...moved }, true);
  await untilIdle();
  expect(card('C1')).toBe(`${moved.start} New.`);
});

test('in many channels that nobody has looked at, none shows too much at any time', async () => {
  const channels = Array.from({ length: 60 }, (_, index) => `C${index}`);
  const guests = new Set(['C3', 'C41', 'C59']);
  const looked: string[] = [];
  const { clock, edit, card, cards, outbox, untilIdle } = await announced(channels, (now) =>
    createFindOutsiders({
      directory: {
        knownOutsidersIn: () => null,
        outsidersIn: async (channel) => {
          looked.push(channel);
          return guests.has(channel) ? ['U9'] : [];
        },
        standingOf: async () => 'member',
      },
      isPerson: (id) => id.startsWith('U'),
      clock: { now },
      rate: { intervalMs: 1_000, burst: 10 },
      mostMs: 1_000,
      log: silentLog,
    }),
  );
  await edit({ ...moved, description: 'New.' });
  await untilIdle();
  // The time is right everywhere at once, although few could be looked at.
  expect(looked.length).toBeLessThan(channels.length);
  for (const channel of channels) expect(card(channel)).toContain(moved.start);
  for (let minute = 0; minute < 12; minute += 1) {
    clock.advance(60_000);
    await untilIdle();
  }
  const newIn = channels.filter((channel) => card(channel) === `${moved.start} New.`);
  expect(newIn).toEqual(channels.filter((channel) => !guests.has(channel)));
  for (const guest of guests) expect(cards.get(guest)?.join()).not.toContain('New.');
  expect((await outbox.of('n1')).filter(({ state }) => state === 'waiting')).toEqual([]);
});

test('where nobody can ever say who is there, it is looked for some minutes and then left', async () => {
  const scene = await announced(['C1'], () => async () => null);
  const { clock, edit, card, cards, outbox, untilIdle } = scene;
  await edit({ ...moved, description: 'New.' });
  await untilIdle();
  const waiting = (await outbox.of('n1')).find(({ occasion }) => occasion === 'card');
  expect(waiting).toMatchObject({ state: 'waiting', dueAt: clock.now() + 60_000 });
  for (let minute = 0; minute < 20; minute += 1) {
    clock.advance(60_000);
    await untilIdle();
  }
  expect(card('C1')).toBe(`${moved.start} Old.`);
  expect(cards.get('C1')?.length).toBeLessThan(12);
  expect(await outbox.nextDue()).toBeNull();
  expect(await outbox.of('n1')).toContainEqual(
    expect.objectContaining({ occasion: 'card', problem: audienceUnknown }),
  );
});
