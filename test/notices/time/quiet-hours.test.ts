import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isQuiet,
  outsideQuietHours,
  type QuietHours,
} from '../../../src/notices/time/quiet-hours.ts';

const nights: QuietHours = { from: 19 * 60, to: 8 * 60, weekends: true, zone: 'Europe/London' };
const at = (instant: string): number => Date.parse(`${instant}:00Z`);
const shift = (due: string, before: string | null = null, now = '2026-01-01T00:00') =>
  new Date(
    outsideQuietHours(at(due), nights, {
      before: before === null ? null : at(before),
      now: at(now),
    }),
  )
    .toISOString()
    .slice(0, 16);

test.each([
  ['in working hours, as it is', '2026-11-24T14:00', null, '2026-11-24T14:00'],
  ['at night, in the morning', '2026-11-24T22:15', null, '2026-11-25T08:00'],
  ['before dawn, in the morning', '2026-11-24T03:00', null, '2026-11-24T08:00'],
  ['when quiet begins, in the morning', '2026-11-24T19:00', null, '2026-11-25T08:00'],
  ['when quiet ends, as it is', '2026-11-24T08:00', null, '2026-11-24T08:00'],
  ['at the weekend, on Monday', '2026-11-21T12:00', null, '2026-11-23T08:00'],
  ['on Friday night, on Monday', '2026-11-20T21:00', null, '2026-11-23T08:00'],
  ['in summer, by summer time', '2027-07-06T22:00', null, '2027-07-07T07:00'],
  [
    'for half past seven, the evening before',
    '2026-11-24T06:30',
    '2026-11-24T07:30',
    '2026-11-23T18:59',
  ],
  ['for a Saturday, on Friday evening', '2026-11-21T09:00', '2026-11-21T10:00', '2026-11-20T18:59'],
])('%s', (_when, due, before, expected) => {
  expect(shift(due, before)).toBe(expected);
});

test('is told in the quiet when there is no other time left', () => {
  expect(shift('2026-11-24T06:30', '2026-11-24T07:30', '2026-11-23T22:00')).toBe(
    '2026-11-24T06:30',
  );
});

test('is never told in quiet hours when there is a time outside them', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(
      minutes,
      minutes,
      fc.boolean(),
      fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kathmandu'),
      fc.integer({ min: at('2026-01-01T00:00'), max: at('2028-01-01T00:00') }),
      (from, to, weekends, zone, due) => {
        const quiet = { from, to, weekends, zone };
        const told = outsideQuietHours(due, quiet, { before: null, now: due });
        expect(told).toBeGreaterThanOrEqual(due);
        expect(isQuiet(told, quiet)).toBe(false);
        // It is told as soon as it may be.
        if (told > due) expect(isQuiet(told - 60_000, quiet)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
