import { expect, test } from 'vitest';
import { givePlaces, type SessionReply } from '../../../src/notices/index.ts';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { attendeesView } from '../../../src/slack/notices/attendees-view.ts';
import { ownReply } from '../../../src/slack/notices/own-reply.ts';
import { sampleSession } from '../../notices/sample-notice.ts';

const notice = sampleSession({}, { capacity: 1 });
const { details } = notice;
if (details.kind !== 'session') throw new Error('no session');
const session = details;
const places = givePlaces(
  ['U1', 'U2', 'U3'].map((person, place) => ({ person, place, reply: 'going' as const })),
  1,
);

test.each<[string, SessionReply, string]>([
  ['U1', 'going', 'You are going to Discharge, together.'],
  ['U2', 'going', 'You are first on the waiting list for Discharge, together.'],
  ['U3', 'going', 'You are on the waiting list, with 1 before you, for Discharge, together.'],
  ['U4', 'maybe', 'You may come to Discharge, together.'],
  ['U4', 'cannot', 'You cannot come to Discharge, together.'],
])('%s, %s, is told so and can change it', (person, reply, said) => {
  const { text, blocks } = ownReply(notice, session, { person, reply, places });
  expect(text).toContain(said);
  expect(validateBlocks(blocks, 'message')).toEqual([]);
  const shown = JSON.stringify(blocks);
  expect(shown).not.toContain(`"own-session-${reply}"`);
  expect(shown.match(/"own-session-/g)).toHaveLength(2);
  expect(shown.includes('Join the waiting list')).toBe(reply !== 'going');
});

test('the list of attendees fits into a modal, however many there are', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => `U${String(index).padStart(10, '0')}`);
  const many = { going: people(400), waiting: people(300), maybe: people(1), cannot: [], left: 0 };
  const view = attendeesView(notice, many) as { blocks: unknown };
  expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
  expect(JSON.stringify(view)).toContain('and 250 more, whom the file names');
  const nobody = { going: [], waiting: [], maybe: [], cannot: [], left: null };
  expect(JSON.stringify(attendeesView(notice, nobody))).toContain('Nobody has replied yet.');
});
