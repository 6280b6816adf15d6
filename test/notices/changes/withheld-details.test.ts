import { expect, test } from 'vitest';
import {
  type Notice,
  type SessionDetails,
  withheldParts,
  withhold,
  withoutWithheld,
} from '../../../src/notices/index.ts';
import { sampleSession } from '../sample-notice.ts';

const link = 'https://meet.example.org/a';
const before = sampleSession({}, { link });
const moved = { start: '2026-11-25T14:00', end: '2026-11-25T15:30', place: 'Room 9' };

const after = (details: Partial<SessionDetails>, current: Notice = before): Notice => ({
  ...current,
  details: { ...sessionOf(current), ...details },
  version: current.version + 1,
  lastChange: { parts: ['title', 'time', 'place', 'link'], before: current.details },
});

function sessionOf({ details }: Notice): SessionDetails {
  if (details.kind !== 'session') throw new Error('it is a session');
  return details;
}

const shownIn = (notice: Notice): SessionDetails => sessionOf(withoutWithheld(notice));

test('a session that only moves is shown as it is everywhere', () => {
  const notice = withhold(before, after({ ...moved, capacity: 9 }), false);
  expect(notice).not.toHaveProperty('seenByAll');
  expect(withoutWithheld(notice)).toBe(notice);
});

test('what is new is withheld, and the time and place are put right', () => {
  const materials = { links: [], publications: [], note: 'Slides follow.', edition: 1 };
  const added = { title: 'Other', description: 'New.', speakers: ['X'], papers: ['p1'], materials };
  expect(withheldParts(before, after({ ...moved, ...added }))).toEqual([
    'title',
    'speakers',
    'papers',
    'materials',
    'text',
  ]);
  const notice = withhold(before, after({ ...moved, ...added }), false);
  expect(shownIn(notice)).toEqual({ ...sessionOf(before), ...moved });
  expect(withoutWithheld(notice)).toMatchObject({
    version: 1,
    lastChange: { parts: ['time', 'place'] },
  });
});

test('a new address to join at is handed out to nobody else, and the old one leads nowhere', () => {
  const notice = withhold(before, after({ link: 'https://meet.example.org/b' }), false);
  expect(shownIn(notice).link).toBeNull();
  const without = sampleSession();
  expect(shownIn(withhold(without, after({ link }, without), false)).link).toBeNull();
  expect(shownIn(withhold(before, after({ link: null }), false)).link).toBeNull();
});

test('what is taken away goes everywhere, what is added beside it does not', () => {
  const links = [
    { title: 'Slides', url: 'https://example.org/1' },
    { title: 'Film', url: 'https://example.org/2' },
  ];
  const materials = { links, publications: ['p1'], note: 'Soon.', edition: 1 };
  const full = sampleSession({}, { speakers: ['A', 'B'], papers: ['p1', 'p2'], materials });
  const fewer = {
    speakers: ['B'],
    papers: [],
    description: '',
    materials: { ...materials, links: links.slice(1), note: '' },
  };
  expect(withhold(full, after(fewer, full), false)).not.toHaveProperty('seenByAll');
  const other = { links: [...links.slice(1), { title: '', url: 'https://x.example' }], edition: 2 };
  const mixed = {
    speakers: ['B', 'C'],
    papers: ['p3', 'p2'],
    materials: { ...materials, ...other },
  };
  expect(shownIn(withhold(full, after(mixed, full), false))).toMatchObject({
    speakers: ['B'],
    papers: ['p2'],
    materials: { ...materials, links: links.slice(1) },
  });
});

test('nothing new of a publication is shown, and nothing that says it is another', () => {
  const details = {
    kind: 'publication' as const,
    ...{ publicationId: 'p1', title: 'A paper', authors: ['A'], text: 'Says much.', link: null },
  };
  const paper = { ...before, details };
  const changed: Notice = {
    ...paper,
    details: { ...details, title: 'Another', text: 'Says more.' },
    version: 1,
    lastChange: { parts: ['title'], before: details },
  };
  const notice = withhold(paper, changed, false);
  expect(withoutWithheld(notice)).toMatchObject({ details, version: 0, lastChange: null });
});

test('what was withheld stays so over later changes, until it is shown or undone', () => {
  const first = withhold(before, after({ description: 'New.' }), false);
  const second = withhold(first, after(moved, first), false);
  expect(shownIn(second)).toEqual({ ...sessionOf(before), ...moved });
  expect(withhold(second, after({ place: 'Room 1' }, second), true)).not.toHaveProperty(
    'seenByAll',
  );
  const { description } = sessionOf(before);
  expect(withhold(second, after({ description }, second), false)).not.toHaveProperty('seenByAll');
});

test('nothing is withheld of what everybody may see', () => {
  const open = { ...after({ description: 'New.' }), audience: 'public' as const };
  expect(withhold(before, open, false)).not.toHaveProperty('seenByAll');
});
