import { afterEach, describe, expect, test } from 'vitest';
import {
  audienceUnknown,
  createPrepareTask,
  type FindOutsiders,
  type Notice,
  type NoticeMessages,
  type OutboxTask,
  readOutsiders,
} from '../../src/notices/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createNoticeStore } from '../../src/storage/notice-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { sampleSession } from './sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const startsAt = Date.parse('2026-11-24T14:00:00Z');
const says = (text: string) => ({ text, blocks: [] });
const messages: NoticeMessages = {
  card: async (_notice, { places, late }) =>
    says(`card, ${places?.going.length} going${late ? ', late' : ''}`),
  reminder: async (_notice, { card }) => says(`reminder of ${card?.messageId ?? 'no card'}`),
  change: async (_notice, { parts }) => says(`change of ${parts.join()}`),
  cancellation: async () => says('cancellation'),
  promotion: async (_notice, { person }) => says(`promotion of ${person}`),
  displacement: async (_notice, { person }) => says(`displacement of ${person}`),
  materials: async (_notice, { person }) => says(`materials for ${person}`),
  report: async (_notice, { occasion }) => says(`report on ${occasion}`),
};

async function open(
  notice: Notice = sampleSession(),
  findOutsiders: FindOutsiders = async () => [],
) {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  await store.add(notice);
  const failures: { card?: Error } = {};
  const prepare = createPrepareTask({
    store,
    outbox,
    messages: {
      ...messages,
      card: async (shown, reader) => {
        if (failures.card !== undefined) throw failures.card;
        return messages.card(shown, reader);
      },
    },
    clock,
    isPerson: (place) => place.startsWith('U'),
    directConversation: async (person) => {
      if (person === 'U-gone') throw new Error('no conversation');
      return `D-${person}`;
    },
    findOutsiders,
    lateMs: 60_000,
  });
  async function announce(dueAt = clock.now()): Promise<void> {
    const task = { occasion: 'announcement', place: 'C1', dueAt, uselessAt: null };
    await outbox.add('n1', [task]);
    const claimed = await outbox.claim('me', 1_000);
    if (claimed === null) throw new Error('nothing was claimed');
    const message = { channel: 'C1', messageId: '7.7' };
    await outbox.finish(claimed, 'me', { state: 'sent', message });
  }
  const order = (occasion: string, place = 'C1', late = false, dueAt = 0) =>
    prepare(
      {
        id: 't1',
        noticeId: 'n1',
        occasion,
        place,
        dueAt,
        uselessAt: null,
        state: 'waiting',
        failures: 0,
        renewals: 0,
        message: null,
        problem: null,
        finishedAt: null,
      } satisfies OutboxTask,
      { late },
    );
  return { store, outbox, clock, announce, order, failures };
}

describe('what a task says', () => {
  test('is the card in the channel, and directly to a person', async () => {
    const { order } = await open();
    expect(await order('announcement', 'C1', true)).toEqual({
      kind: 'send',
      place: { channel: 'C1', thread: null },
      content: says('card, 0 going, late'),
    });
    expect(await order('announcement', 'U1')).toMatchObject({
      place: { channel: 'D-U1', thread: null },
    });
  });

  test('is drawn only when there is somewhere to say it', async () => {
    const { order, failures } = await open();
    failures.card = new Error('not drawn');
    // A drawing that fails unheard would end the process.
    await expect(order('announcement', 'U-gone')).rejects.toThrow('no conversation');
    await expect(order('announcement', 'U1')).rejects.toThrow('not drawn');
  });

  test('brings the card up to date where it is', async () => {
    const { order, announce, store } = await open();
    expect(await order('card')).toEqual({ kind: 'skip', problem: 'not-announced' });
    await announce();
    await store.reply('n1', 'U1', 'going');
    expect(await order('card')).toEqual({
      kind: 'update',
      message: { channel: 'C1', messageId: '7.7' },
      content: says('card, 1 going'),
    });
  });

  test('keeps the mark of what came late, and gives none to what was only renewed late', async () => {
    const late = await open();
    await late.announce(late.clock.now() - 90_000);
    expect(await late.order('card')).toMatchObject({ content: says('card, 0 going, late') });
    const inTime = await open();
    await inTime.announce();
    expect(await inTime.order('card', 'C1', true)).toMatchObject({
      content: says('card, 0 going'),
    });
  });

  test('is nothing where somebody would see it who may not', async () => {
    const guests: FindOutsiders = async (place) => (place === 'C1' ? ['U8', 'U9'] : []);
    const { order } = await open(sampleSession(), guests);
    const refused = await order('announcement', 'C1');
    expect(refused.kind).toBe('refuse');
    const problem = refused.kind === 'refuse' ? refused.problem : null;
    expect(readOutsiders(problem)).toEqual(['U8', 'U9']);
    expect(await order('announcement', 'C2')).toMatchObject({ kind: 'send' });
    const forAll = await open(sampleSession({ audience: 'public' }), guests);
    expect(await forAll.order('announcement', 'C1')).toMatchObject({ kind: 'send' });
  });

  test('is said, with a doubt, where it cannot be known who would see it', async () => {
    const { order } = await open(sampleSession(), async () => null);
    expect(await order('announcement', 'C1')).toMatchObject({
      kind: 'send',
      doubt: audienceUnknown,
    });
  });

  test('goes to each who may come, in a message of their own', async () => {
    const { order, store } = await open(sampleSession({}, { capacity: 1 }));
    await store.reply('n1', 'U1', 'going');
    await store.reply('n1', 'U2', 'going');
    await store.reply('n1', 'U3', 'maybe');
    await store.reply('n1', 'U4', 'cannot');
    const reminder = `reminder-60-${startsAt}`;
    const instead = await order(reminder, 'participants');
    expect(instead).toMatchObject({ kind: 'instead' });
    const places = instead.kind === 'instead' ? instead.tasks.map(({ place }) => place) : [];
    expect(places).toEqual(['U1', 'U3', 'U2']);
    expect(await order(reminder, 'U1')).toMatchObject({ place: { channel: 'D-U1' } });
    expect(await order(reminder, 'U2')).toMatchObject({ problem: 'not-coming' });
  });

  test('stands in the thread of the announcement', async () => {
    const opening = await open();
    const { order, announce } = opening;
    const reminder = `reminder-60-${startsAt}`;
    expect(await order(reminder)).toEqual({ kind: 'skip', problem: 'not-announced' });
    await announce();
    expect(await order(reminder)).toMatchObject({ place: { channel: 'C1', thread: '7.7' } });
    // Whoever reads it elsewhere is shown where it was announced.
    const { store } = opening;
    await store.reply('n1', 'U1', 'going');
    expect(await order(reminder, 'U1')).toMatchObject({ content: says('reminder of 7.7') });
    expect(await order('reminder-60-1')).toEqual({ kind: 'skip', problem: 'moved' });
  });

  test('tells those who may come of materials, as long as they are there', async () => {
    const materials = { links: [], publications: ['p1'], note: '', edition: 2 };
    const { order, store } = await open(sampleSession({}, { materials, capacity: 1 }));
    for (const person of ['U1', 'U2']) await store.reply('n1', person, 'going');
    const instead = await order('materials-2', 'participants');
    expect(instead).toMatchObject({ kind: 'instead', tasks: [{ place: 'U1' }] });
    expect(await order('materials-2', 'U1')).toMatchObject({ content: says('materials for U1') });
    expect(await order('materials-2', 'U2')).toMatchObject({ problem: 'not-coming' });
    expect(await order('materials-1', 'U1')).toMatchObject({ problem: 'changed-again' });
    await store.change('n1', (notice) => ({ ...notice, details: sampleSession().details }));
    expect(await order('materials-2', 'U1')).toMatchObject({ problem: 'changed-again' });
  });

  test('tells the last change only, and promotes those with a place', async () => {
    const change = { parts: ['time' as const], before: sampleSession().details };
    const { order, announce, store } = await open(
      sampleSession({ version: 2, lastChange: change }),
    );
    await announce();
    expect(await order('change-1')).toEqual({ kind: 'skip', problem: 'changed-again' });
    expect(await order('change-2')).toMatchObject({ content: says('change of time') });
    expect(await order('promotion-3', 'U1')).toEqual({ kind: 'skip', problem: 'no-place' });
    await store.reply('n1', 'U1', 'going');
    expect(await order('promotion-3', 'U1')).toMatchObject({ content: says('promotion of U1') });
    expect(await order('displacement-3', 'U1')).toEqual({ kind: 'skip', problem: 'no-wait' });
  });

  test('is nothing but the cancellation once it is called off', async () => {
    const { order, announce } = await open(sampleSession({ state: 'cancelled', version: 1 }));
    await announce();
    for (const occasion of ['announcement', `reminder-60-${startsAt}`, 'promotion-1']) {
      expect(await order(occasion, 'U1')).toEqual({ kind: 'skip', problem: 'called-off' });
    }
    expect(await order('cancellation-1')).toMatchObject({ content: says('cancellation') });
  });

  test('is a report once nothing of it waits, or waiting has taken too long', async () => {
    const { order, announce, outbox, clock } = await open(sampleSession({ state: 'cancelled' }));
    await announce();
    const later = { occasion: 'announcement', place: 'C2', dueAt: 0, uselessAt: null };
    await outbox.add('n1', [later]);
    // It is due at 0, long ago: told as it stands.
    expect(await order('report-announcement', 'U1')).toMatchObject({
      place: { channel: 'D-U1', thread: null },
      content: says('report on announcement'),
    });
    const due = clock.now();
    expect(await order('report-announcement', 'U1', false, due)).toEqual({
      kind: 'later',
      availableAt: clock.now() + 1_000,
    });
    expect(await order('report-', 'U1')).toEqual({ kind: 'skip', problem: 'unknown-occasion' });
  });
});
