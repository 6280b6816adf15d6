import { describe, expect, test } from 'vitest';
import {
  audienceUnknown,
  givePlaces,
  type Notice,
  type NoticeReader,
  type OutboxTask,
  outsidersProblem,
  type SessionDetails,
} from '../../../src/notices/index.ts';
import type { PersonRoles } from '../../../src/people/index.ts';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { createNoticeMessages } from '../../../src/slack/notices/notice-messages.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { createScriptedLibrary } from '../../fakes/scripted-library.ts';
import { sampleSession } from '../../notices/sample-notice.ts';
import { sampleTask } from '../../notices/sample-task.ts';

const now = Date.parse('2026-11-24T13:02:00Z');
const card = { channel: 'C1', messageId: '7.7' };
const permalink = 'https://partnership.slack.com/archives/C1/p77';

const publications = [
  samplePublication({ id: 'open', title: 'Open paper', link: 'https://example.org/open' }),
  samplePublication({ id: 'members', title: 'Members’ paper', audience: 'members' }),
  samplePublication({ id: 'staff', title: 'Staff paper', audience: 'staff' }),
  samplePublication({ id: 'later', title: 'Embargoed paper', embargoedUntil: now + 1 }),
  samplePublication({ id: 'gone', title: 'Retired paper', retiredAt: now - 1 }),
];

function draw(visibility: 'members' | 'public' = 'members', rank: PersonRoles['rank'] = 'members') {
  return createNoticeMessages({
    library: createScriptedLibrary({ publications }),
    directory: {
      rolesOf: async () => ({ rank, groups: [] }),
      visibilityOf: async () => ({ kind: visibility }),
    },
    findPermalink: async () => permalink,
    clock: { now: () => now },
  });
}

const inChannel: NoticeReader = {
  person: null,
  channel: 'C1',
  card,
  late: false,
  places: givePlaces([], null),
};
const toPerson: NoticeReader = { ...inChannel, person: 'U1', channel: null };

/** Everything that is shown, once Slack would take it. */
function shownIn({ text, blocks }: { text: string; blocks: readonly object[] }): string {
  expect(validateBlocks(blocks, 'message')).toEqual([]);
  expect(text).not.toBe('');
  return JSON.stringify(blocks);
}

const papers = publications.map(({ id }) => id);
const withPapers = sampleSession({}, { papers: [...papers, 'unknown'] });

describe('the card', () => {
  test('names papers that all who see it may read now', async () => {
    const shown = shownIn(await draw().card(withPapers, inChannel));
    expect(shown).toContain('<https://example.org/open|Open paper> (example.org)');
    expect(shown).toContain('Members’ paper');
    expect(shown).not.toMatch(/Staff paper|Embargoed paper|Retired paper/);
  });

  test('names public ones alone where guests are, and all to somebody who may read them', async () => {
    const forGuests = shownIn(await draw('public').card(withPapers, inChannel));
    expect(forGuests).toContain('Open paper');
    expect(forGuests).not.toContain('Members’ paper');
    expect(shownIn(await draw('public', 'staff').card(withPapers, toPerson))).toContain(
      'Staff paper',
    );
  });

  test('fits into one message with its buttons, whatever it says', async () => {
    const link = `https://example.org/${'a'.repeat(1_400)}`;
    const long = sampleSession(
      {},
      { description: '&'.repeat(2_800), papers, speakers: Array(20).fill('&'.repeat(300)), link },
    );
    const { blocks } = await draw().card(long, inChannel);
    expect(shownIn({ text: '.', blocks })).toContain('session-going');
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
  });
});

describe('a publication', () => {
  const notice = (change: Partial<Notice> = {}): Notice => ({
    ...sampleSession(),
    details: {
      kind: 'publication',
      publicationId: 'open',
      title: 'Open <!channel> paper',
      authors: ['A. Writer', 'B. Writer'],
      text: 'What was found. See <https://evil.example|here>.',
      link: 'https://example.org/open?a=1&b=2',
    },
    ...change,
  });

  test('is announced with what it is, and where it can be read', async () => {
    const message = await draw().card(notice(), inChannel);
    const shown = shownIn(message);
    expect(shown).toContain('*New in the library:*');
    expect(shown).toContain('A. Writer, B. Writer\u00a0· statement');
    expect(shown).toContain('"url":"https://example.org/open?a=1&b=2"');
    expect(shown).toContain('(example.org)');
    expect(shown).not.toMatch(/<!channel>|<https:\/\/evil/);
    expect(message.text).toContain('By A. Writer, B. Writer.');
    expect(message.text).toContain('It can be read at example.org.');
  });

  test('that is corrected or withdrawn says so', async () => {
    expect(shownIn(await draw().card(notice({ version: 1 }), inChannel))).toContain('*Corrected:*');
    const off = shownIn(await draw().card(notice({ version: 2, state: 'cancelled' }), inChannel));
    expect(off).toContain('*Withdrawn:*');
    expect(off).not.toContain('notice-read');
    expect(shownIn(await draw().cancellation(notice(), inChannel))).toContain('*Withdrawn:*');
  });
});

describe('what is told later', () => {
  test('a reminder says how long it still is, with a way to the card for who reads it elsewhere', async () => {
    const message = await draw().reminder(sampleSession(), toPerson);
    const shown = shownIn(message);
    expect(message.text).toContain('Starts in an hour: Discharge, together.');
    expect(shown).toContain(permalink);
    expect(shown).toContain('session-cannot');
    const inThread = shownIn(await draw().reminder(sampleSession(), inChannel));
    expect(inThread).not.toContain(permalink);
    expect(inThread).not.toContain('session-cannot');
  });

  test('a change names each part as it was and as it is', async () => {
    const details: Partial<SessionDetails> = {
      place: null,
      link: 'https://meet.example/x',
      title: 'A',
    };
    const changed = sampleSession(
      { version: 1 },
      { ...details, start: '2026-11-25T14:00', end: '2026-11-25T15:30' },
    );
    const before = sampleSession().details;
    const parts = ['title', 'time', 'place', 'link'] as const;
    const message = await draw().change(changed, { parts: [...parts], before }, inChannel);
    const shown = shownIn(message);
    expect(shown).toContain('*Title* Discharge, together → *A*');
    expect(shown).toContain('*Where* Room 2 → *none*');
    expect(shown).toContain('<https://meet.example/x|Join> (meet.example)');
    expect(message.text).toContain(
      'When: Wednesday, 25 November 2026, 14:00 – 15:30 (Europe/London), before: Tuesday, 24 November 2026, 14:00 – 15:30 (Europe/London).',
    );
    const direct = shownIn(await draw().change(changed, { parts: [...parts], before }, toPerson));
    expect(direct).toContain('session-cannot');
  });

  test('what is called off can be taken out of one’s calendar', async () => {
    const off = sampleSession({ state: 'cancelled', version: 1 });
    expect(shownIn(await draw().cancellation(off, toPerson))).toContain('Take out of calendar');
    expect(shownIn(await draw().cancellation(off, inChannel))).not.toContain('calendar');
    expect((await draw().promotion(sampleSession(), toPerson)).text).toContain('You have a place');
  });
});

test('somebody who lost their place is told why, and how many are before them', async () => {
  const going = (person: string, place: number) => ({ person, place, reply: 'going' as const });
  const places = givePlaces([going('U3', 1), going('U2', 2), going('U1', 3)], 1);
  const message = await draw().displacement(sampleSession({}, { capacity: 1 }), {
    ...toPerson,
    places,
  });
  expect(shownIn(message)).toContain('session-cannot');
  expect(message.text).toContain('on the waiting list, with 1 before you');
});

describe('the report', () => {
  const task = (place: string, change: Partial<OutboxTask>): OutboxTask =>
    sampleTask({ id: place, place, message: { channel: place, messageId: '1.1' }, ...change });
  const failed = (place: string, problem: string) =>
    task(place, { state: 'failed', problem, message: null });

  test('says where it arrived, and why not elsewhere, like reasons together', async () => {
    const outcome = {
      occasion: 'announcement',
      sent: [task('C1', {})],
      failed: [
        failed('C2', 'not_in_channel'),
        failed('C3', 'is_archived'),
        failed('C4', 'not_in_channel'),
      ],
      waiting: [task('C5', { state: 'waiting' })],
    };
    const message = await draw().report(sampleSession(), outcome);
    const shown = shownIn(message);
    expect(message.text).toContain('delivered to 1 of 5 places');
    expect(shown).toContain('*Not delivered:* <#C2>, <#C4>');
    expect(shown).toContain('*Still being tried:* <#C5>');
    expect(shown.match(/\/invite @Concord/g)).toHaveLength(1);
    expect(shown).toContain('archived');
    expect(shown).toContain('notice-retry');
    expect(shown).toContain('session-attendees');
    expect(message.text).toContain(permalink);
  });

  test('names who would have seen it who may not, and where nobody could tell', async () => {
    const outcome = {
      occasion: 'announcement',
      sent: [task('C1', { problem: audienceUnknown }), task('C2', {})],
      failed: [
        failed('C3', outsidersProblem(['U8'])),
        failed('C4', outsidersProblem(['U8', 'U9'])),
      ],
      waiting: [],
    };
    const message = await draw().report(sampleSession(), outcome);
    const shown = shownIn(message);
    expect(shown).toContain('*Look who is there:* <#C1>');
    expect(shown).toContain('*Not delivered:* <#C3>');
    expect(shown).toContain('<@U8> is a guest');
    expect(shown).toContain('<@U8>, <@U9> are guests');
    expect(shown).toContain('notice-retry');
    expect(message.text).toContain('no guests');
  });

  test('of many places names some and counts all, and offers nothing that cannot help', async () => {
    const many = Array.from({ length: 300 }, (_, index) => task(`C${index}`, {}));
    const lost = Array.from({ length: 300 }, (_, index) => failed(`U${index}`, 'user_not_found'));
    const outcome = { occasion: 'change-1', sent: many, failed: lost, waiting: [] };
    const message = await draw().report(sampleSession(), outcome);
    const shown = shownIn(message);
    expect(message.text).toContain('The note of the change was delivered to 300 of 600 places.');
    expect(shown).toContain('and 280 more');
    expect(shown).not.toContain('notice-retry');
  });
});
