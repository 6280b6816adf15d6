import { describe, expect, test } from 'vitest';
import type { Feedback } from '../../src/answering/index.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { createInbox } from '../../src/storage/inbox.ts';
import { createPersonalDataStore } from '../../src/storage/personal-data-store.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { describeOnEachDatabase } from './databases.ts';

const nothing = {
  questions: 0,
  feedback: 0,
  fileSummaries: 0,
  replies: 0,
  digest: false,
  calendars: 0,
  since: null,
};

describeOnEachDatabase('personal data store', (openDatabase) => {
  async function open() {
    const database = await openDatabase();
    const clock = { at: 1_000_000, now: () => clock.at };
    const { db } = database;
    return {
      db,
      clock,
      store: createPersonalDataStore(database, clock),
      exchanges: createExchangeStore(db),
      feedback: createFeedbackStore(db),
      inbox: createInbox(database, clock),
      deliveries: createDeliveryStore(database, clock),
      spending: createSpendingStore(db),
    };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  const judged = (exchangeId: string, person: string, givenAt: number): Feedback => ({
    exchangeId,
    person,
    verdict: 'helpful',
    reason: null,
    citation: null,
    note: null,
    givenAt,
  });

  /** U1 asked two questions, U2 one; each judged the other's. */
  async function fill({ exchanges, feedback }: Opened): Promise<void> {
    await exchanges.save(sampleExchange({ id: 'a', asker: 'U1', askedAt: 200 }));
    await exchanges.save(sampleExchange({ id: 'b', asker: 'U1', askedAt: 300 }));
    await exchanges.save(sampleExchange({ id: 'c', asker: 'U2', askedAt: 100 }));
    await exchanges.save(sampleExchange({ id: 'd', asker: null, askedAt: 100 }));
    await feedback.save(judged('c', 'U1', 250));
    await feedback.save(judged('a', 'U2', 400));
  }

  describe('describe', () => {
    test('counts what a person asked and judged, since the oldest of it', async () => {
      const opened = await open();
      await fill(opened);
      expect(await opened.store.describe('U1')).toEqual({
        questions: 2,
        feedback: 1,
        fileSummaries: 0,
        replies: 0,
        digest: false,
        calendars: 0,
        since: 200,
      });
      expect(await opened.store.describe('U2')).toEqual({
        questions: 1,
        feedback: 1,
        fileSummaries: 0,
        replies: 0,
        digest: false,
        calendars: 0,
        since: 100,
      });
    });

    test('knows nothing of others', async () => {
      const { store } = await open();
      expect(await store.describe('U3')).toEqual(nothing);
    });
  });

  describe('erase', () => {
    test('deletes what a person asked and judged, and what others thought of it', async () => {
      const opened = await open();
      const { store, exchanges, feedback } = opened;
      await fill(opened);
      expect(await store.erase('U1')).toEqual({
        questions: 2,
        feedback: 1,
        fileSummaries: 0,
        replies: 0,
        digest: false,
        calendars: 0,
        since: 200,
      });
      expect(await store.describe('U1')).toEqual(nothing);
      expect(await exchanges.find('a')).toBeNull();
      expect(await feedback.find('a', 'U2')).toBeNull();
      expect(await feedback.find('c', 'U1')).toBeNull();
    });

    test('leaves everybody else alone', async () => {
      const opened = await open();
      const { store, exchanges } = opened;
      await fill(opened);
      await store.erase('U1');
      expect(await exchanges.find('c')).not.toBeNull();
      expect(await exchanges.find('d')).not.toBeNull();
    });

    test('deletes what a person spent on the model, and nothing else that was spent', async () => {
      const { store, spending } = await open();
      const day = { scope: 'person-day', period: '2026-11-22' } as const;
      const keys = [
        { ...day, subject: 'U1' },
        { ...day, subject: 'U2' },
        { scope: 'workspace-month', subject: 'workspace', period: '2026-11' } as const,
      ];
      await spending.add(keys, { tokens: 5, costMicros: 1 });
      await store.erase('U1');
      expect((await spending.read(keys)).map(({ tokens }) => tokens)).toEqual([0, 5, 5]);
    });

    test('twice does no harm', async () => {
      const opened = await open();
      await fill(opened);
      await opened.store.erase('U1');
      expect(await opened.store.erase('U1')).toEqual(nothing);
    });

    const event = (eventId: string, person: string) => ({
      eventId,
      conversation: `C1:${eventId}`,
      position: eventId,
      person,
      body: { text: `what ${person} asked` },
    });
    const bodies = async ({ db }: Opened) =>
      (await db.selectFrom('inbox_events').selectAll().orderBy('event_id').execute()).map(
        ({ person, body_json }) => ({ person, body: JSON.parse(body_json) }),
      );

    test('drops questions that wait, which Slack cannot bring back', async () => {
      const opened = await open();
      const { store, inbox } = opened;
      await inbox.add(event('1', 'U1'));
      await inbox.add(event('2', 'U2'));
      await store.erase('U1');
      expect(await inbox.countOpen()).toBe(1);
      expect(await inbox.add(event('1', 'U1'))).toBe(false);
      expect(await inbox.claim('a', 100)).toMatchObject({ eventId: '2' });
      expect(await bodies(opened)).toEqual([
        { person: null, body: null },
        { person: 'U2', body: { text: 'what U2 asked' } },
      ]);
    });

    test('stops what is being answered, and forgets it', async () => {
      const opened = await open();
      const { store, inbox } = opened;
      await inbox.add(event('1', 'U1'));
      await inbox.claim('a', 100);
      await store.erase('U1');
      expect(await inbox.stopRequests('a')).toEqual(['1']);
      await inbox.finish('1', 'a');
      expect(await bodies(opened)).toEqual([{ person: null, body: null }]);
    });

    test('forgets questions that were given up', async () => {
      const opened = await open();
      const { store, inbox } = opened;
      await inbox.add(event('1', 'U1'));
      await inbox.claim('a', 100);
      await inbox.giveUp('1', 'a', 'some-code');
      await store.erase('U1');
      expect(await bodies(opened)).toEqual([{ person: null, body: null }]);
    });

    test('forgets what was about to be said to the person, and to nobody else', async () => {
      const opened = await open();
      const { store, inbox, deliveries } = opened;
      await inbox.add(event('1', 'U1'));
      await inbox.add(event('1~2', 'U1'));
      await inbox.add({ ...event('command-9', 'U1'), conversation: 'command-9' });
      await inbox.add(event('2', 'U2'));
      const content = { text: 'An answer', blocks: [] };
      const place = { occasion: 'reply', channel: 'C1', thread: '1', answers: null, content };
      for (const subject of ['message:C1:1', 'command-9', 'message:C1:2']) {
        await deliveries.prepare({ ...place, subject });
      }
      await store.erase('U1');
      const left = async (subject: string) =>
        (await deliveries.about(subject, 'C1')).map((delivery) => delivery.content);
      expect(await left('message:C1:1')).toEqual([null]);
      expect(await left('command-9')).toEqual([null]);
      expect(await left('message:C1:2')).toEqual([content]);
    });
  });

  describe('forgetBefore', () => {
    test('deletes older questions with what was thought of them, and older feedback', async () => {
      const opened = await open();
      const { store, exchanges, feedback } = opened;
      await fill(opened);
      await feedback.save(judged('b', 'U2', 150));
      expect(await store.forgetBefore(250)).toEqual({ questions: 3, feedback: 3 });
      expect(await exchanges.find('b')).not.toBeNull();
      expect(await feedback.since(0)).toEqual([]);
    });

    test('keeps what is exactly as old', async () => {
      const opened = await open();
      await fill(opened);
      expect(await opened.store.forgetBefore(100)).toEqual({ questions: 0, feedback: 0 });
    });

    test('deletes what was spent on days before, and keeps the months', async () => {
      const { store, spending } = await open();
      const keys = [
        { scope: 'person-day', subject: 'U1', period: '2026-11-21' },
        { scope: 'channel-day', subject: 'C1', period: '2026-11-21' },
        { scope: 'person-day', subject: 'U1', period: '2026-11-22' },
        { scope: 'workspace-month', subject: 'workspace', period: '2026-11' },
      ] as const;
      await spending.add(keys, { tokens: 5, costMicros: 1 });
      await store.forgetBefore(Date.UTC(2026, 10, 22, 12));
      expect((await spending.read(keys)).map(({ tokens }) => tokens)).toEqual([0, 0, 5, 5]);
    });

    test('blanks what was never sent', async () => {
      const { store, deliveries, clock } = await open();
      const content = { text: 'An answer', blocks: [] };
      const place = { occasion: 'reply', channel: 'C1', thread: '1', answers: null, content };
      await deliveries.prepare({ ...place, subject: 'old' });
      clock.at += 10;
      await deliveries.prepare({ ...place, subject: 'new' });
      await store.forgetBefore(clock.at);
      expect((await deliveries.about('old', 'C1'))[0]?.content).toBeNull();
      expect((await deliveries.about('new', 'C1'))[0]?.content).toEqual(content);
    });
  });
});
