import { afterEach, describe, expect, test } from 'vitest';
import {
  createNotices,
  type NoticeContent,
  type NoticesParts,
  type SessionDetails,
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

const monday = Date.parse('2026-11-09T09:00:00Z');

async function open(change: Partial<NoticesParts> = {}) {
  const clock = createTestClock(monday);
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  let ids = 0;
  const notices = createNotices({
    store,
    clock,
    needsApproval: false,
    quietHours: null,
    graceMs: 30_000,
    newId: () => {
      ids += 1;
      return `n${ids}`;
    },
    wake: () => {},
    ...change,
  });
  const planned = async () =>
    (await outbox.of('n1')).map(
      ({ occasion, place, state }) => `${occasion.replace(/-\d{13}$/, '')} ${place} ${state}`,
    );
  /** Sends everything that is due, as a worker would. */
  async function send(): Promise<void> {
    for (;;) {
      const task = await outbox.claim('me', 1_000);
      if (task === null) return;
      const message = { channel: task.place, messageId: `${task.id}.0` };
      await outbox.finish(task, 'me', { state: 'sent', message });
    }
  }
  return { notices, store, outbox, clock, planned, send };
}

function content(details: Partial<SessionDetails> = {}, change: Partial<NoticeContent> = {}) {
  const { audience, channels, people, announceAt, reminders, remindIn } = sampleSession();
  const kept = { audience, channels, people, announceAt, reminders, remindIn };
  return { ...kept, details: sampleSession({}, details).details, ...change };
}

async function announced(details: Partial<SessionDetails> = {}) {
  const scene = await open();
  await scene.notices.draft('U1', content(details, { announceAt: null, reminders: [60] }));
  await scene.notices.submit('n1', 'U1');
  scene.clock.advance(30_000);
  await scene.send();
  return scene;
}

describe('a notice', () => {
  test('may be incomplete as a draft, and not when it is sent', async () => {
    const { notices, planned } = await open();
    await notices.draft('U1', content({ title: ' ' }));
    await expect(notices.submit('n1', 'U1')).rejects.toMatchObject({
      code: 'notice-incomplete',
      forPeople: 'Give it a title.',
    });
    expect(await planned()).toEqual([]);
  });

  test('is announced when its author says, or at once after a moment to take it back', async () => {
    const { notices, planned, clock } = await open();
    await notices.draft('U1', content({}, { announceAt: null, reminders: [] }));
    const { announceAt } = await notices.submit('n1', 'U1');
    expect(announceAt).toBe(clock.now() + 30_000);
    expect(await planned()).toEqual(['announcement C1 waiting', 'announcement C2 waiting']);
    expect(await notices.takeBack('n1')).toMatchObject({ state: 'draft' });
    expect(await planned()).toEqual([]);
  });

  test('cannot be taken back once it was sent', async () => {
    const { notices, planned } = await announced();
    await expect(notices.takeBack('n1')).rejects.toMatchObject({ code: 'notice-state' });
    expect(await planned()).toContain('reminder-60 participants waiting');
  });

  test('waits for a second person where one has to agree', async () => {
    const { notices, planned } = await open({ needsApproval: true });
    await notices.draft('U1', content());
    await notices.submit('n1', 'U1');
    expect(await planned()).toEqual([]);
    await expect(notices.approve('n1', 'U1')).rejects.toMatchObject({
      code: 'notice-own-approval',
    });
    const { notice, changes } = await notices.edit('n1', content({ title: 'Other' }));
    expect(changes).toEqual(['title']);
    expect(notice.approval?.content.details.title).toBe('Discharge, together');
    const seen = notice.changedAt;
    await expect(notices.approve('n1', 'U2', seen - 1)).rejects.toMatchObject({
      forPeople: 'It was changed meanwhile. Look at it again.',
    });
    const approved = await notices.approve('n1', 'U2', seen);
    expect(approved).toMatchObject({ state: 'scheduled', approvedBy: 'U2' });
    expect(await planned()).toContain('announcement C1 waiting');
  });

  test('that moves tells those who have it, renews its cards and moves its reminders', async () => {
    const { notices, planned } = await announced();
    const moved = { start: '2026-11-25T14:00', end: '2026-11-25T15:30' };
    const { notice, changes } = await notices.edit('n1', content(moved, { reminders: [60] }));
    expect(changes).toContain('time');
    expect(notice.version).toBe(1);
    expect((await planned()).toSorted()).toEqual([
      'announcement C1 sent',
      'announcement C2 sent',
      'card C1 waiting',
      'card C2 waiting',
      'change-1 C1 waiting',
      'change-1 C2 waiting',
      'change-1 participants waiting',
      'reminder-60 participants waiting',
    ]);
  });

  test('that changes in what nobody needs to be told of renews its cards only', async () => {
    const { notices, planned } = await announced();
    const same = content({ description: 'Bring questions.' }, { reminders: [60] });
    const { notice } = await notices.edit('n1', { ...same, announceAt: monday + 30_000 });
    expect(notice.version).toBe(0);
    const kept = await notices.edit('n1', { ...same, announceAt: null });
    expect(kept.notice.announceAt).toBe(monday + 30_000);
    expect((await planned()).filter((one) => /card|change/.test(one))).toEqual([
      'card C1 waiting',
      'card C2 waiting',
    ]);
  });

  test('that is called off tells so once, and reminds nobody', async () => {
    const { notices, planned } = await announced();
    await notices.cancel('n1');
    expect((await planned()).toSorted()).toEqual([
      'announcement C1 sent',
      'announcement C2 sent',
      'cancellation-1 C1 waiting',
      'cancellation-1 C2 waiting',
      'cancellation-1 participants waiting',
      'card C1 waiting',
      'card C2 waiting',
    ]);
    await expect(notices.cancel('n1')).rejects.toMatchObject({ code: 'notice-state' });
    await expect(notices.reply('n1', 'U9', 'going')).rejects.toMatchObject({
      forPeople: 'This session was called off.',
    });
  });

  test('that is called off before anybody saw it tells nobody', async () => {
    const { notices, planned } = await open();
    await notices.draft('U1', content());
    await notices.submit('n1', 'U1');
    await notices.cancel('n1');
    expect(await planned()).toEqual([]);
  });

  test('that is changed or called off while it is on its way is put right where it arrives', async () => {
    const { notices, outbox, clock, planned } = await open();
    await notices.draft('U1', content({}, { announceAt: null, reminders: [] }));
    await notices.submit('n1', 'U1');
    clock.advance(30_000);
    expect(await outbox.claim('me', 60_000)).not.toBeNull();
    await notices.edit('n1', content({ place: 'Room 3' }, { announceAt: monday, reminders: [] }));
    expect(await planned()).toContain('card C1 waiting');
    await notices.cancel('n1');
    const now = (await planned()).filter((one) => !one.startsWith('card'));
    expect(now.toSorted()).toHaveLength(3);
    expect(now.filter((one) => one.startsWith('cancellation'))).toHaveLength(2);
  });

  test('that is full lets the next one in, and tells them', async () => {
    const { notices, planned } = await announced({ capacity: 1 });
    expect(await notices.reply('n1', 'U7', 'going')).toMatchObject({ going: ['U7'], left: 0 });
    expect(await notices.reply('n1', 'U8', 'going')).toMatchObject({ waiting: ['U8'] });
    expect(await notices.reply('n1', 'U7', 'cannot')).toMatchObject({
      going: ['U8'],
      waiting: [],
      cannot: ['U7'],
    });
    expect((await planned()).filter((one) => /promotion/.test(one))).toEqual([
      'promotion-3 U8 waiting',
    ]);
  });

  test('with more places lets in those who wait', async () => {
    const { notices, planned } = await announced({ capacity: 1 });
    for (const person of ['U7', 'U8', 'U9']) await notices.reply('n1', person, 'going');
    await notices.edit('n1', content({ capacity: 2 }));
    expect((await planned()).filter((one) => /promotion/.test(one))).toEqual([
      'promotion U8 waiting',
    ]);
  });

  test('that does not exist cannot be changed', async () => {
    const { notices } = await open();
    const code = 'notice-unknown';
    await expect(notices.submit('x', 'U1')).rejects.toMatchObject({ code });
    await expect(notices.takeBack('x')).rejects.toMatchObject({ code });
    await expect(notices.reply('x', 'U1', 'going')).rejects.toMatchObject({ code });
  });

  test('keeps its past: what was right when it was sent is no problem when it is changed', async () => {
    const { notices, clock } = await announced();
    clock.advance(Date.parse('2026-11-24T14:10:00Z') - clock.now());
    const { changes } = await notices.edit('n1', content({ description: 'Slides follow.' }));
    expect(changes).toContain('text');
  });
});
