import { expect, test } from 'vitest';
import {
  changesBetween,
  type Notice,
  type SessionDetails,
  toldChanges,
} from '../../../src/notices/index.ts';
import { sampleSession } from '../sample-notice.ts';

const table: [string, Partial<Notice>, Partial<SessionDetails>, string[], string[]][] = [
  ['nothing', {}, {}, [], []],
  ['its title', {}, { title: 'Other' }, ['title'], ['title']],
  ['its time', {}, { start: '2026-11-24T14:30' }, ['time'], ['time']],
  ['its zone', {}, { zone: 'Europe/Paris' }, ['time'], ['time']],
  [
    'where it is',
    {},
    { place: null, link: 'https://x.example' },
    ['place', 'link'],
    ['place', 'link'],
  ],
  ['its text', {}, { description: 'Other' }, ['text'], []],
  ['its capacity', {}, { capacity: 5 }, ['capacity'], []],
  ['the order of its channels', { channels: ['C2', 'C1'] }, {}, [], []],
  ['who gets it', { people: ['U9'], channels: ['C1'] }, {}, ['channels', 'people'], []],
  ['its reminders', { reminders: [60] }, {}, ['reminders'], []],
];

test.each(table)('a notice that changes %s', (_what, change, details, parts, told) => {
  const changes = changesBetween(sampleSession(), sampleSession(change, details));
  expect(changes).toEqual(parts);
  expect(toldChanges(changes)).toEqual(told);
});
