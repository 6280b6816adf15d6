import { afterEach, describe, expect, test } from 'vitest';
import {
  createSettleTask,
  type Notice,
  outcomeFor,
  type PublicationDetails,
  type TaskEnd,
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

const sent: TaskEnd = { state: 'sent', message: { channel: 'C1', messageId: '1.1' } };
const refused: TaskEnd = { state: 'failed', problem: 'not_in_channel' };
const publication: PublicationDetails = {
  kind: 'publication',
  publicationId: 'p1',
  title: 'Shared clinics',
  authors: [],
  text: '',
  link: null,
};

async function open(change: Partial<Notice> = {}) {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  await store.add(sampleSession(change));
  const lifted: string[] = [];
  const settle = createSettleTask({
    store,
    outbox,
    clock,
    isPerson: (id) => id.startsWith('U'),
    liftEmbargo: async (id) => void lifted.push(id),
  });
  /** Ends the next task as a worker does; with a crash, what follows is done twice. */
  async function endNext(end: TaskEnd, crash = false) {
    const task = await outbox.claim('me', 1_000);
    if (task === null) throw new Error('nothing was claimed');
    await settle(task, end);
    if (crash) await settle(task, end);
    await outbox.finish(task, 'me', end);
    return task;
  }
  const add = (occasion: string, ...places: string[]) =>
    outbox.add(
      'n1',
      places.map((place) => ({ occasion, place, dueAt: 0, uselessAt: null })),
    );
  const reports = async () =>
    (await outbox.of('n1')).filter(({ occasion }) => occasion.startsWith('report-'));
  return { add, endNext, reports, lifted, outbox };
}

describe('the end of a task', () => {
  test('of an announcement has its author told, once for all places', async () => {
    const { add, endNext, reports, lifted } = await open();
    await add('announcement', 'C1', 'C2');
    await endNext(sent, true);
    await endNext(refused, true);
    expect(await reports()).toMatchObject([{ occasion: 'report-announcement', place: 'U1' }]);
    expect(lifted).toEqual([]);
  });

  test('makes a publication findable when its announcement was sent, not when it was refused', async () => {
    const { add, endNext, lifted } = await open({ details: publication });
    await add('announcement', 'C1', 'C2');
    await endNext(refused);
    expect(lifted).toEqual([]);
    await endNext(sent);
    expect(lifted).toEqual(['p1']);
  });

  test('of other messages is told only when they did not arrive', async () => {
    const { add, endNext, reports } = await open();
    await add('change-1', 'C1');
    await endNext(sent);
    await add('card', 'C1');
    await endNext(refused);
    await add('reminder-60-1', 'C1');
    await endNext({ state: 'skipped', problem: 'moved' });
    expect(await reports()).toEqual([]);
    await add('reminder-60-2', 'C1');
    await endNext({ state: 'skipped', problem: 'too-late' });
    expect(await reports()).toMatchObject([{ occasion: 'report-reminder-60-2' }]);
  });

  test('after the report is told by itself if it failed or was tried again', async () => {
    const { add, endNext, reports, outbox } = await open();
    await add('announcement', 'C1');
    const task = await endNext(refused);
    await endNext(sent);
    await outbox.retryFailed('n1', 'announcement');
    await endNext(sent, true);
    const [, again, ...others] = await reports();
    expect(others).toEqual([]);
    expect(again?.occasion).toBe(`report-announcement|${task.id}|1`);
    expect(outcomeFor({ occasion: again?.occasion ?? '' }, await outbox.of('n1'))).toMatchObject({
      occasion: 'announcement',
      sent: [{ id: task.id }],
      failed: [],
    });
  });

  test('is told to nobody when the author is not in the messenger', async () => {
    const { add, endNext, reports } = await open({ author: 'cli' });
    await add('announcement', 'C1');
    await endNext(refused);
    expect(await reports()).toEqual([]);
  });
});
