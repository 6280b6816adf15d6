import { afterEach, describe, expect, test } from 'vitest';
import {
  createNoticeLibrary,
  type Notice,
  type SessionDetails,
} from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createLibraryStore } from '../../../src/storage/library-store.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const dayMs = 24 * 60 * 60 * 1_000;

async function open() {
  const clock = createTestClock(Date.parse('2026-11-20T09:00:00Z'));
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  const library = createLibraryStore(database.db);
  const findPermalink = async ({ channel, messageId }: { channel: string; messageId: string }) =>
    `https://example.slack.com/archives/${channel}/p${messageId}`;
  const parts = { store, outbox, library, findPermalink, clock };
  const { sync } = createNoticeLibrary(parts);

  /** A session that was announced in a place, as a message in a channel. */
  async function announce(
    change: Partial<Notice> = {},
    details: Partial<SessionDetails> = {},
    message = { channel: 'C1', messageId: '1.0' },
  ) {
    const notice = sampleSession(change, details);
    await store.add(notice);
    const place = message.channel.startsWith('D') ? 'U0AMIRA' : message.channel;
    await outbox.add(notice.id, [
      { occasion: 'announcement', place, dueAt: clock.now(), uselessAt: null },
    ]);
    const task = await outbox.claim('me', 1_000);
    if (task !== null) await outbox.finish(task, 'me', { state: 'sent', message });
    return notice;
  }
  const live = () => library.list({ kinds: ['notice'] });
  const texts = async () =>
    Promise.all((await live()).map(async ({ id }) => (await library.text(id))?.text));
  return { ...parts, sync, announce, live, texts };
}

describe('the library of notices', () => {
  test('knows a session that was announced, in sentences that can be quoted', async () => {
    const { sync, announce, live, texts, library } = await open();
    await announce(
      { audience: 'leads' },
      { link: 'https://meet.example/1', speakers: ['Dr A', 'Mx B'], papers: ['secret'] },
    );
    await sync();
    expect(await live()).toMatchObject([
      {
        source: 'notice:n1',
        title: 'Session: Discharge, together',
        kind: 'notice',
        audience: 'leads',
        date: '2026-11-24',
        link: 'https://example.slack.com/archives/C1/p1.0',
      },
    ]);
    expect(await texts()).toEqual([
      [
        'Session: Discharge, together',
        'The session “Discharge, together” takes place on Tuesday 24 November 2026 from 14:00 to 15:30 (Europe/London).',
        'It takes place in this place: Room 2, and online.',
        'The speakers are Dr A and Mx B.',
        'Two wards tell of a year.',
      ].join('\n\n'),
    ]);
    const revision = await library.revision();
    await sync();
    expect(await library.revision()).toBe(revision);
  });

  test('knows nothing that was not announced yet, nor what only some people were told', async () => {
    const { sync, announce, store, live, clock } = await open();
    await store.add(sampleSession({ id: 'later', announceAt: clock.now() + dayMs }));
    await store.add(sampleSession({ id: 'failed' }));
    await announce({ id: 'told' }, {}, { channel: 'D1', messageId: '2.0' });
    await sync();
    expect(await live()).toEqual([]);
  });

  test('follows a change, and what is called off or over', async () => {
    const { sync, announce, store, live, texts, clock } = await open();
    const { details } = await announce();
    await announce({ id: 'n2' }, { title: 'Frailty' });
    await sync();
    await store.change('n1', (notice) => ({
      ...notice,
      details: { ...details, start: '2026-11-25T14:00', end: '2026-11-26T12:00' } as SessionDetails,
    }));
    await store.change('n2', (notice) => ({ ...notice, state: 'cancelled' }));
    await sync();
    expect((await texts()).join()).toContain(
      'on Wednesday 25 November 2026 from 14:00 to 12:00 on Thursday 26 November 2026 (Europe',
    );
    expect(await live()).toHaveLength(1);
    clock.advance(6.2 * dayMs);
    await sync();
    expect(await live()).toEqual([]);
  });

  test('has one answer to when a session is next, which names the later ones', async () => {
    const { sync, announce, live, texts, clock } = await open();
    await announce({ id: 'second' }, { start: '2026-12-01T14:00', end: '2026-12-01T15:30' });
    await sync();
    await announce({ id: 'first' });
    await announce({ id: 'other', audience: 'leads' });
    await sync();
    expect((await live()).map(({ source }) => source)).toEqual(['notice:first', 'notice:other']);
    expect((await texts())[0]).toContain(
      'It takes place again on Tuesday 1 December 2026 from 14:00 to 15:30 (Europe/London).',
    );
    clock.advance(5 * dayMs);
    await sync();
    expect((await live()).map(({ source }) => source)).toEqual(['notice:second']);
  });

  test('is not lost by two processes that look at once', async () => {
    const scene = await open();
    await scene.announce();
    await Promise.all([scene.sync(), createNoticeLibrary(scene).sync()]);
    expect(await scene.live()).toHaveLength(1);
  });
});
