import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNotices, type SessionDetails } from '../../src/notices/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createNoticeStore } from '../../src/storage/notice-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { type RealPostgres, startRealPostgres } from '../contracts/real-postgres.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { sampleSession } from '../notices/sample-notice.ts';

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
}, 60_000);
afterAll(() => postgres.stop());

const channels = Array.from({ length: 12 }, (_, index) => `C${index}`);
const people = Array.from({ length: 8 }, (_, index) => `U${index}`);
const { audience, remindIn, details } = sampleSession({}, { capacity: 3 });

test('what replicas change and reply while others send is told once, and right in the end', async () => {
  const url = await postgres.createDatabase();
  const databases = await Promise.all([1, 2].map(() => openDatabase(url)));
  let ids = 0;
  const clock = { now: () => Date.parse('2026-11-10T09:00:00Z') + Math.floor(performance.now()) };
  const replicas = databases.map((database) => {
    const store = createNoticeStore(database, clock);
    const settings = { needsApproval: false, quietHours: null, graceMs: 0, wake: () => {} };
    const newId = () => {
      ids += 1;
      return `n${ids}`;
    };
    const notices = createNotices({ ...settings, store, clock, newId });
    return { store, notices, outbox: createOutbox(database, clock) };
  });
  const [one, other] = replicas;
  if (one === undefined || other === undefined) throw new Error('there are two');
  const content = {
    ...{ audience, remindIn, details, channels },
    ...{ people: [], reminders: [], announceAt: null },
  };
  const { id } = await one.notices.draft('U1', content);
  await one.notices.submit(id, 'U1');

  const sent: string[] = [];
  const shown = new Map<string, number>();
  let isOver = false;
  /** Sends as a worker does: draws the notice as it stands, posts it a little later. */
  async function sender({ store, outbox }: typeof one & object, owner: string): Promise<void> {
    for (;;) {
      const wasOver = isOver;
      const task = await outbox.claim(owner, 30_000);
      if (task === null) {
        if (wasOver) return;
        continue;
      }
      const version = (await store.find(id))?.version ?? -1;
      await new Promise(setImmediate);
      if (/^(?:announcement|card)$/.test(task.occasion)) shown.set(task.place, version);
      if (task.occasion !== 'card') sent.push(`${task.occasion} ${task.place}`);
      const message = { channel: task.place, messageId: task.id };
      await outbox.finish(task, owner, { state: 'sent', message });
    }
  }
  const senders = [sender(one, 'a'), sender(one, 'b'), sender(other, 'c')];
  const { notices } = other;
  const replying = people.map((person) => notices.reply(id, person, 'going'));
  for (let room = 1; room <= 6; room += 1) {
    const changed: SessionDetails = { ...(details as SessionDetails), place: `Room ${room * 10}` };
    await one.notices.edit(id, { ...content, details: changed });
  }
  await Promise.all(replying);
  await other.notices.cancel(id);
  isOver = true;
  await Promise.all(senders);

  expect(new Set(sent).size).toBe(sent.length);
  // What nobody had begun to send was called off unsaid.
  const announced = channels.filter((channel) => sent.includes(`announcement ${channel}`));
  expect(shown).toEqual(new Map(announced.map((channel) => [channel, 7])));
  const cancelled = sent.filter((occasion) => occasion.startsWith('cancellation-7 C'));
  expect(cancelled.toSorted()).toEqual(
    announced.map((channel) => `cancellation-7 ${channel}`).toSorted(),
  );
  for (const database of databases) await database.close();
});

test('wherever a change is when an announcement falls due, it says in the end what is the case', async () => {
  const url = await postgres.createDatabase();
  const database = await openDatabase(url);
  const other = await openDatabase(url);
  const clock = createTestClock();
  const store = createNoticeStore(other, clock);
  const outbox = createOutbox(other, clock);
  let statements = 0;
  for (let pauseAfter = 1; statements + 1 >= pauseAfter; pauseAfter += 1) {
    const id = `n${pauseAfter}`;
    const paused = Promise.withResolvers<void>();
    const resumed = Promise.withResolvers<void>();
    statements = 0;
    const pausing: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        statements += 1;
        if (statements === pauseAfter) {
          paused.resolve();
          await resumed.promise;
        }
        return result;
      },
    };
    const slow = { ...database, db: database.db.withPlugin(pausing) };
    const settings = { needsApproval: false, quietHours: null, graceMs: 30_000, wake: () => {} };
    const parts = { ...settings, clock, newId: () => id };
    const content = {
      ...{ audience, remindIn, details, channels: ['C1', 'C2'] },
      ...{ people: [], reminders: [], announceAt: null },
    };
    const notices = createNotices({ ...parts, store });
    await notices.draft('U1', content);
    await notices.submit(id, 'U1');
    // Somebody waits who is let in by the change, and told of it.
    for (const person of people.slice(0, 4)) await notices.reply(id, person, 'going');
    clock.advance(29_999);
    const room = { ...(details as SessionDetails), place: 'Room 9', capacity: 4 };
    const changed = { ...content, details: room };
    const editing = createNotices({ ...parts, store: createNoticeStore(slow, clock) })
      .edit(id, changed)
      .finally(() => paused.resolve());
    await paused.promise;
    clock.advance(1);
    const shown = new Map<string, number>();
    /** Takes up what is due and draws it; it is posted when the rest of it is called. */
    async function takeUp(): Promise<(() => Promise<void>) | null> {
      const task = await outbox.claim('me', 30_000);
      if (task === null) return null;
      const version = (await store.find(id))?.version ?? -1;
      return async () => {
        if (/^(?:announcement|card)$/.test(task.occasion)) shown.set(task.place, version);
        const message = { channel: task.place, messageId: task.id };
        await outbox.finish(task, 'me', { state: 'sent', message });
      };
    }
    const begun = [await takeUp(), await takeUp()];
    resumed.resolve();
    await editing;
    for (const post of begun) await post?.();
    for (let post = await takeUp(); post !== null; post = await takeUp()) await post();
    expect(shown).toEqual(
      new Map([
        ['C1', 1],
        ['C2', 1],
      ]),
    );
  }
  expect(statements).toBeGreaterThan(5);
  await database.close();
  await other.close();
});
