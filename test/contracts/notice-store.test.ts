import { expect, test } from 'vitest';
import { givePlaces, type NoticeStore } from '../../src/notices/index.ts';
import { createNoticeStore } from '../../src/storage/notice-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { sampleSession } from '../notices/sample-notice.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('notice store', (openDatabase) => {
  async function open() {
    const clock = { at: 5_000, now: () => clock.at };
    const database = await openDatabase();
    const store: NoticeStore = createNoticeStore(database, clock);
    return { store, outbox: createOutbox(database, clock) };
  }

  test('keeps a notice as it is', async () => {
    const { store } = await open();
    const approval = { askedBy: 'U1', askedAt: 5, content: sampleSession() };
    const notice = sampleSession({ approval, seriesId: 's1' }, { title: 'Ünïcode' });
    await store.add(notice);
    expect(await store.find('n1')).toEqual(notice);
    expect(await store.find('other')).toBeNull();
    await expect(store.add(notice)).rejects.toThrow();
  });

  test('loses no change of many that are made at once', async () => {
    const { store } = await open();
    await store.add(sampleSession());
    await Promise.all(
      Array.from({ length: 6 }, () =>
        store.change('n1', (notice) => ({ ...notice, version: notice.version + 1 })),
      ),
    );
    expect((await store.find('n1'))?.version).toBe(6);
    expect(await store.change('other', (notice) => notice)).toBeNull();
    const refused = store.change('n1', () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect((await store.find('n1'))?.version).toBe(6);
  });

  test('makes several of one, all or none', async () => {
    const { store } = await open();
    await store.add(sampleSession({ state: 'draft' }));
    const split = (other: string) =>
      store.unfold('n1', (notice) => [
        { ...notice, state: 'scheduled', seriesId: 'n1' },
        { ...notice, id: other, state: 'scheduled', seriesId: 'n1' },
      ]);
    expect((await split('n2'))?.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect((await store.ofSeries('n1')).map(({ id }) => id)).toEqual(['n1', 'n2']);
    await store.change('n1', (notice) => ({ ...notice, seriesId: null }));
    await expect(split('n2')).rejects.toThrow();
    expect(await store.find('n1')).toMatchObject({ seriesId: null });
    expect(await store.unfold('other', (notice) => [notice])).toBeNull();
  });

  test('lists drafts, what waits for approval, sessions to come and series', async () => {
    const { store } = await open();
    await store.add(sampleSession({ id: 'draft', state: 'draft' }));
    await store.add(sampleSession({ id: 'asked', state: 'awaiting-approval' }));
    const soon = { start: '2026-11-23T10:00', end: '2026-11-23T11:00' };
    await store.add(sampleSession({ id: 'soon', seriesId: 's1' }, soon));
    await store.add(sampleSession({ id: 'later', seriesId: 's1', changedAt: 9 }));
    await store.add(sampleSession({ id: 'cancelled', state: 'cancelled' }));
    const ids = (notices: { id: string }[]) => notices.map(({ id }) => id);
    expect(ids(await store.draftsOf('U1'))).toEqual(['draft']);
    expect(await store.draftsOf('U2')).toEqual([]);
    await store.add(sampleSession({ id: 'kept', state: 'draft', isTemplate: true }));
    expect(ids(await store.draftsOf('U1'))).toEqual(['draft']);
    expect(ids(await store.templates())).toEqual(['kept']);
    expect(ids(await store.awaitingApproval())).toEqual(['asked']);
    expect(ids(await store.ofSeries('s1'))).toEqual(['soon', 'later']);
    const at = (time: string) => store.sessionsFrom(Date.parse(time));
    expect(ids(await at('2026-11-23T10:30:00Z'))).toEqual(['soon', 'later']);
    expect(ids(await at('2026-11-23T11:00:00Z'))).toEqual(['later']);
    expect(ids(await store.latest(2))).not.toContain('later');
  });

  test('removes what was not sent', async () => {
    const { store, outbox } = await open();
    for (const id of ['sent', 'draft']) {
      await store.add(sampleSession({ id }));
      await outbox.add(id, [{ occasion: 'announcement', place: id, dueAt: 1, uselessAt: null }]);
    }
    const message = { channel: 'C1', messageId: '1.1' };
    for (const _ of ['sent', 'draft']) {
      const task = await outbox.claim('me', 100);
      if (task?.noticeId === 'sent') await outbox.finish(task, 'me', { state: 'sent', message });
    }
    for (const id of ['sent', 'draft', 'unknown']) await store.remove(id);
    expect(await store.find('sent')).not.toBeNull();
    expect(await store.find('draft')).toBeNull();
  });

  test('gives places in the order of replies, also of many at once', async () => {
    const { store } = await open();
    await store.add(sampleSession());
    const people = Array.from({ length: 8 }, (_, index) => `U${index}`);
    await Promise.all(people.map((person) => store.reply('n1', person, 'going')));
    const replies = await store.replies('n1');
    expect(new Set(replies.map(({ place }) => place)).size).toBe(8);
    const [first] = replies;
    const again = await store.reply('n1', first?.person ?? '', 'going');
    expect(again.after).toEqual(again.before);
    const { before, after } = await store.reply('n1', first?.person ?? '', 'cannot');
    expect(givePlaces(before, 1).going).toEqual([first?.person]);
    expect(givePlaces(after, 1).going).toEqual([replies[1]?.person]);
    const back = await store.reply('n1', first?.person ?? '', 'going');
    expect(givePlaces(back.after, null).going.at(-1)).toBe(first?.person);
    await store.add(sampleSession({ id: 'n2' }));
    const second = replies[1]?.person ?? '';
    await store.reply('n2', second, 'maybe');
    expect(await store.repliesOf(second)).toEqual(
      new Map([
        ['n1', 'going'],
        ['n2', 'maybe'],
      ]),
    );
    await store.forgetPerson(second);
    expect(await store.replies('n1')).toHaveLength(7);
    expect(await store.repliesOf(second)).toEqual(new Map());
  });
});
