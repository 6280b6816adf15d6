import { afterEach, describe, expect, test } from 'vitest';
import type { Publication } from '../../../src/library/index.ts';
import {
  createPrepareDigest,
  type Digest,
  type DigestChoice,
  type DigestSettings,
  type Notice,
} from '../../../src/notices/index.ts';
import type { PersonRoles } from '../../../src/people/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createDigestChoiceStore } from '../../../src/storage/digest-choice-store.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { sampleSession } from '../sample-notice.ts';
import { sampleTask } from '../sample-task.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const dueAt = Date.parse('2026-11-23T08:30:00Z');
const since = Date.parse('2026-11-16T08:30:00Z');
const hourMs = 60 * 60_000;
const week = 'digest:2026-W48';

interface Options {
  settings?: DigestSettings | null;
  publications?: readonly Publication[];
  visibility?: 'members' | 'public';
  roles?: PersonRoles;
  left?: readonly string[];
}

async function open(options: Options = {}) {
  const clock = { at: dueAt, now: () => clock.at };
  const database = await openDatabase(':memory:');
  opened.push(database);
  const outbox = createOutbox(database, clock);
  const store = createNoticeStore(database, clock);
  const choices = createDigestChoiceStore(database.db, clock);
  const drawn: Digest[] = [];
  const time = { weekday: 1, minute: 510, zone: 'Europe/London' };
  const { settings = { ...time, channel: 'C1' }, publications = [] } = options;
  const prepare = createPrepareDigest({
    settings,
    choices,
    store,
    outbox,
    readable: async (audiences) =>
      publications.filter(({ audience }) => audiences.includes(audience)),
    directory: {
      rolesOf: async () => options.roles ?? { rank: 'members', groups: [] },
      visibilityOf: async () => ({ kind: options.visibility ?? 'members' }),
      hasLeft: async (person) => options.left?.includes(person) ?? false,
    },
    draw: async (digest) => {
      drawn.push(digest);
      return { text: 'The digest', blocks: [] };
    },
    clock,
    isPerson: (place) => place.startsWith('U'),
    directConversation: async (person) => `D-${person}`,
  });
  const order = (place: string) =>
    prepare(
      sampleTask({ noticeId: week, occasion: 'digest', place, dueAt, uselessAt: dueAt + hourMs }),
      { late: false },
    );
  const choose = (person: string, choice: DigestChoice) => choices.choose(person, choice);

  /** Adds a session that was announced where it says, and nowhere else. */
  async function announce(notice: Notice, ...places: string[]): Promise<void> {
    await store.add(notice);
    for (const place of places) {
      await outbox.add(notice.id, [
        { occasion: 'announcement', place, dueAt: clock.at, uselessAt: null },
      ]);
      const task = await outbox.claim('me', 1_000);
      if (task === null) throw new Error('nothing was claimed');
      const channel = place.startsWith('U') ? `D-${place}` : place;
      await outbox.finish(task, 'me', {
        state: 'sent',
        message: { channel, messageId: `${notice.id}.${place}` },
      });
    }
  }
  return { clock, outbox, store, drawn, order, choose, announce };
}

const came = (id: string, addedAt: number, change: Partial<Publication> = {}): Publication =>
  samplePublication({ id, addedAt, audience: 'members', ...change });
const ids = (publications: readonly Publication[] = []): string[] =>
  publications.map(({ id }) => id);

describe('what is new', () => {
  test('came since the digest before, and not after this one was due', async () => {
    const publications = [
      came('too-late', dueAt + 1),
      came('last', dueAt),
      came('answer', dueAt - hourMs, { kind: 'answer' }),
      came('embargoed-until-now', since - 90 * hourMs, { embargoedUntil: since + 1 }),
      came('first', since + 1),
      came('week-before', since),
    ];
    const { order, drawn, clock } = await open({ publications });
    clock.at += hourMs;
    expect(await order('C1')).toEqual({
      kind: 'send',
      place: { channel: 'C1', thread: null },
      content: { text: 'The digest', blocks: [] },
    });
    expect(ids(drawn[0]?.publications)).toEqual(['last', 'embargoed-until-now', 'first']);
    expect(ids(drawn[0]?.answers)).toEqual(['answer']);
    expect(drawn[0]).toMatchObject({ isDirect: false, late: false });
  });

  test('is what those may read who get it', async () => {
    const publications = (['public', 'members', 'leads', 'group:board'] as const).map((audience) =>
      came(audience, dueAt, { audience }),
    );
    const roles: PersonRoles = { rank: 'leads', groups: ['board'] };
    const guests = await open({ publications, visibility: 'public', roles });
    await guests.choose('U1', 'direct');
    await guests.order('C1');
    await guests.order('U1');
    const [inChannel, toLead] = guests.drawn;
    expect(ids(inChannel?.publications)).toEqual(['public']);
    expect(ids(toLead?.publications)).toEqual(['public', 'members', 'leads', 'group:board']);
    const members = await open({ publications, roles });
    await members.order('C1');
    expect(ids(members.drawn[0]?.publications)).toEqual(['public', 'members']);
  });

  test('says that it is late when it is', async () => {
    const { order, drawn, clock } = await open({ publications: [came('new', dueAt)] });
    clock.at += hourMs + 1;
    await order('C1');
    expect(drawn[0]?.late).toBe(true);
  });
});

describe('coming sessions', () => {
  const session = (id: string, start: string, change: Partial<Notice> = {}) =>
    sampleSession({ id, ...change }, { start, end: `${start.slice(0, 11)}23:00`, capacity: 1 });

  test('are those of two weeks that were announced to the reader’s audience', async () => {
    const { order, drawn, announce } = await open();
    await announce(session('begun', '2026-11-23T08:30'), 'C1');
    await announce(session('later', '2026-12-07T08:30'), 'C1');
    await announce(session('soon', '2026-11-23T09:00'), 'C2', 'C1');
    await announce(session('too-far', '2026-12-07T08:31'), 'C1');
    await announce(session('unannounced', '2026-11-24T10:00'));
    await announce(session('off', '2026-11-24T10:00', { state: 'cancelled' }), 'C1');
    await announce(session('leads', '2026-11-24T10:00', { audience: 'leads' }), 'C1');
    await announce(session('invited', '2026-11-24T10:00', { people: ['U9'] }), 'U9');
    await order('C1');
    expect(drawn[0]?.sessions.map(({ announcement }) => announcement.messageId)).toEqual([
      'soon.C1',
      'later.C1',
    ]);
  });

  test('tell a person where they saw them, and what they replied', async () => {
    const { order, drawn, announce, choose, store } = await open();
    await choose('U1', 'direct');
    await announce(session('full', '2026-11-24T10:00'), 'C1', 'U1');
    await announce(session('open', '2026-11-25T10:00'), 'C1');
    await announce(session('silent', '2026-11-26T10:00'), 'C1');
    await store.reply('full', 'U2', 'going');
    await store.reply('full', 'U1', 'going');
    await store.reply('open', 'U1', 'maybe');
    expect(await order('U1')).toMatchObject({ place: { channel: 'D-U1', thread: null } });
    expect(drawn[0]).toMatchObject({
      isDirect: true,
      sessions: [
        { announcement: { channel: 'D-U1', messageId: 'full.U1' }, reply: 'waiting' },
        { reply: 'maybe' },
        { reply: null },
      ],
    });
    await order('C1');
    expect(drawn[1]?.sessions.map(({ reply }) => reply)).toEqual([null, null, null]);
  });
});

describe('nothing is sent', () => {
  const publications = [came('new', dueAt)];

  test.each<[string, string, Options]>([
    ['nothing-new', 'C1', {}],
    ['switched-off', 'C1', { settings: null, publications }],
    ['other-channel', 'C2', { publications }],
    ['not-wanted', 'U2', { publications }],
    ['left', 'U1', { publications, left: ['U1'] }],
  ])('%s', async (problem, place, options) => {
    const { order, drawn, choose } = await open(options);
    await choose('U1', 'direct');
    await choose('U2', 'none');
    expect(await order(place)).toEqual({ kind: 'skip', problem });
    expect(drawn).toEqual([]);
  });
});

test('those who want it directly get a task each, once', async () => {
  const { order, outbox, choose } = await open();
  await choose('U1', 'direct');
  await choose('U2', 'direct');
  await choose('U3', 'channel');
  await choose('U1', 'none');
  await choose('U4', 'direct');
  const done = { kind: 'skip', problem: 'shared-out' };
  expect(await order('digest-readers')).toEqual(done);
  expect(await order('digest-readers')).toEqual(done);
  expect(await outbox.of(week)).toMatchObject(
    ['U2', 'U4'].map((place) => ({
      place,
      occasion: 'digest-direct',
      dueAt,
      uselessAt: dueAt + hourMs,
    })),
  );
});
