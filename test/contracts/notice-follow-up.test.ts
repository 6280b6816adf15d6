import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { createNotices, type NoticeContent } from '../../src/notices/index.ts';
import type { Database } from '../../src/storage/database.ts';
import { createNoticeStore } from '../../src/storage/notice-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { sampleSession } from '../notices/sample-notice.ts';
import { describeOnEachDatabase } from './databases.ts';

const startAt = Date.parse('2026-11-09T09:00:00Z');
const graceMs = 30_000;
const { audience, people, remindIn, details } = sampleSession({}, { capacity: 1 });
const content: NoticeContent = {
  ...{ audience, people, remindIn, details },
  channels: ['C1', 'C2'],
  announceAt: null,
  reminders: [60],
};
const moved = {
  ...content,
  details: { ...details, start: '2026-11-25T14:00', end: '2026-11-25T15:30', capacity: 2 },
};

/** The process is killed as it sends its `n`th statement. */
function dyingAt(database: Database, n: number): Database {
  let sent = 0;
  const death: KyselyPlugin = {
    transformQuery({ node }) {
      sent += 1;
      if (sent === n) throw new Error('killed');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...database, db: database.db.withPlugin(death) };
}

describeOnEachDatabase('what follows from a change', (openDatabase) => {
  async function open() {
    const clock = createTestClock(startAt);
    const database = await openDatabase();
    const outbox = createOutbox(database, clock);
    const noticesOn = (on: Database) =>
      createNotices({
        store: createNoticeStore(on, clock),
        clock,
        needsApproval: false,
        quietHours: null,
        graceMs,
        newId: () => 'n1',
        wake: () => {},
      });
    const store = createNoticeStore(database, clock);
    const tasks = async () =>
      (await outbox.of('n1')).map(
        ({ occasion, place, state, renewals }) => `${occasion} ${place} ${state} ${renewals}`,
      );
    /** Sends all that is due, as a worker would; each message with its occasion and place. */
    async function send(): Promise<string[]> {
      const sent: string[] = [];
      for (;;) {
        const task = await outbox.claim('me', 1_000);
        if (task === null) return sent;
        sent.push(`${task.occasion} ${task.place}`);
        const message = { channel: task.place, messageId: `${task.id}.0` };
        await outbox.finish(task, 'me', { state: 'sent', message });
      }
    }
    return { clock, database, noticesOn, store, tasks, send };
  }

  async function announced() {
    const scene = await open();
    const notices = scene.noticesOn(scene.database);
    await notices.draft('U1', content);
    await notices.submit('n1', 'U1');
    scene.clock.advance(graceMs);
    await scene.send();
    for (const person of ['U7', 'U8']) await notices.reply('n1', person, 'going');
    await scene.send();
    return { ...scene, notices };
  }

  /**
   * Does it again and again, killed one statement later each time, until it is done; whenever it was
   * killed, nothing of it is there.
   *
   * @returns how often it was killed.
   */
  async function killedEverywhere(
    { database, noticesOn, store, tasks }: Awaited<ReturnType<typeof announced>>,
    work: (notices: ReturnType<typeof createNotices>) => Promise<unknown>,
  ): Promise<number> {
    const before = [await store.find('n1'), await store.replies('n1'), await tasks()];
    for (let statement = 1; ; statement += 1) {
      try {
        await work(noticesOn(dyingAt(database, statement)));
        return statement - 1;
      } catch (error) {
        expect(error).toMatchObject({ message: 'killed' });
      }
      expect([await store.find('n1'), await store.replies('n1'), await tasks()]).toEqual(before);
    }
  }

  test('is there with a change, or neither is, wherever the process dies', async () => {
    const scene = await announced();
    const kills = await killedEverywhere(scene, (notices) => notices.edit('n1', moved));
    expect(kills).toBeGreaterThan(5);
    expect(await scene.store.find('n1')).toMatchObject({ version: 1 });
    expect((await scene.send()).toSorted()).toEqual([
      'card C1',
      'card C2',
      'change-1 C1',
      'change-1 C2',
      'change-1 participants',
      `promotion-${scene.clock.now()} U8`,
    ]);
    // Who does it once more, as they do not know that it was done, has nobody told again.
    await scene.notices.edit('n1', moved);
    expect(await scene.send()).toEqual([]);
  });

  test('is there with a cancellation, or neither is', async () => {
    const scene = await announced();
    const kills = await killedEverywhere(scene, (notices) => notices.cancel('n1'));
    expect(kills).toBeGreaterThan(5);
    expect((await scene.send()).toSorted()).toEqual([
      'cancellation-1 C1',
      'cancellation-1 C2',
      'cancellation-1 participants',
      'card C1',
      'card C2',
    ]);
    expect((await scene.tasks()).filter((one) => /reminder/.test(one))).toEqual([]);
  });

  test('is there with a reply by which a place becomes free, or neither is', async () => {
    const scene = await announced();
    const kills = await killedEverywhere(scene, (notices) => notices.reply('n1', 'U7', 'cannot'));
    expect(kills).toBeGreaterThan(4);
    expect((await scene.send()).toSorted()).toEqual(['card C1', 'card C2', 'promotion-3 U8']);
  });

  test('is there when a notice is scheduled or taken back, or neither is', async () => {
    const scene = await open();
    const notices = scene.noticesOn(scene.database);
    await notices.draft('U1', content);
    const all = { ...scene, notices };
    expect(await killedEverywhere(all, (dying) => dying.submit('n1', 'U1'))).toBeGreaterThan(1);
    const planned = (await scene.tasks()).map((one) => one.split(' ')[0]?.replace(/-.*/, ''));
    expect(planned).toEqual(['announcement', 'announcement', 'reminder']);
    expect(await killedEverywhere(all, (dying) => dying.takeBack('n1'))).toBeGreaterThan(1);
    expect(await scene.tasks()).toEqual([]);
    expect(await scene.store.find('n1')).toMatchObject({ state: 'draft' });
  });

  test('is there once when two people do it at once', async () => {
    const { notices, store, send } = await announced();
    const done = await Promise.allSettled([notices.cancel('n1'), notices.cancel('n1')]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await store.find('n1')).toMatchObject({ version: 1 });
    expect(await send()).toHaveLength(5);
  });

  test('waits for what is on its way, and puts it right where it arrives', async () => {
    const { clock, database, noticesOn } = await open();
    const notices = noticesOn(database);
    const outbox = createOutbox(database, clock);
    await notices.draft('U1', { ...content, reminders: [] });
    await notices.submit('n1', 'U1');
    clock.advance(graceMs);
    const task = await outbox.claim('other', 60_000);
    await notices.edit('n1', { ...moved, reminders: [] });
    if (task === null) throw new Error('nothing was claimed');
    const message = { channel: task.place, messageId: '1.1' };
    await outbox.finish(task, 'other', { state: 'sent', message });
    const card = (await outbox.of('n1')).find(
      ({ occasion, place }) => occasion === 'card' && place === task.place,
    );
    expect(card).toMatchObject({ state: 'waiting' });
  });
});
