import { expect, test } from 'vitest';
import { givePlaces, type Places } from '../../../src/notices/index.ts';
import { noteButtons, type SessionNote } from '../../../src/slack/notices/session-notes.ts';
import { sampleSession } from '../../notices/sample-notice.ts';

function noteTo(person: string, places: Places): SessionNote {
  const notice = sampleSession({}, { capacity: 1 });
  if (notice.details.kind !== 'session') throw new Error('it is a session');
  const reader = { person, channel: null, card: null, late: false, places };
  return { notice, details: notice.details, reader, permalink: null };
}

test('a message to one person offers what they have not replied, and no waiting list to who has a place', () => {
  const reply = (person: string, said: 'going' | 'maybe', place: number) => ({
    person,
    place,
    reply: said,
  });
  const offered = (person: string) => {
    const places = givePlaces([reply('U1', 'going', 1), reply('U2', 'maybe', 2)], 1);
    const shown = JSON.stringify(noteButtons(noteTo(person, places)).block);
    return [...shown.matchAll(/"session-(going|maybe|cannot)"/g)].map(([, one]) => one);
  };
  expect(offered('U1')).toEqual(['maybe', 'cannot']);
  expect(offered('U2')).toEqual(['going', 'cannot']);
  expect(offered('U3')).toEqual(['going', 'maybe', 'cannot']);
});
