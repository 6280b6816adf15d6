import { expect, test } from 'vitest';
import { readTime } from '../../../src/notices/time/read-time.ts';

const zone = 'Europe/London';
/** A Sunday. */
const now = Date.parse('2026-11-22T12:00:00Z');

const read = (typed: string, at = now) => {
  const reading = readTime(typed, zone, at);
  if ('problem' in reading) return reading.problem;
  const { start, end } = reading.time;
  return end === null ? start : `${start} to ${end}`;
};

test.each([
  ['next Tuesday 2pm', '2026-11-24T14:00'],
  ['tomorrow at 9', '2026-11-23T09:00'],
  ['Tuesday 14:00', '2026-11-24T14:00'],
  ['3 March 14:00', '2027-03-03T14:00'],
  ['03/04/2027 10:00', '2027-04-03T10:00'],
  ['24 November 2026, 14:00 to 15:30', '2026-11-24T14:00 to 2026-11-24T15:30'],
  ['on 24 Nov from 2pm to 3.30pm', '2026-11-24T14:00 to 2026-11-24T15:30'],
  ['24 November 2026 14:00 EST', '2026-11-24T19:00'],
  ['2026-11-24 14:00', '2026-11-24T14:00'],
  ['29 February 2028 noon', '2028-02-29T12:00'],
  // Summer time.
  ['1 July 2027 2pm', '2027-07-01T14:00'],
])('%s is %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  ['', 'cannot read'],
  ['soon', 'cannot read'],
  ['next Tuesday', 'no time of day'],
  ['24 Nov 2-3.30pm', 'not the rest'],
  ['Tuesday 2pm and Thursday 3pm', 'not the rest'],
  ['every Tuesday 2pm', 'not the rest'],
  ['2026-02-30 10:00', 'no such day'],
  ['29 February 2027 10:00', 'cannot read'],
])('%j is not taken', (typed, problem) => {
  expect(read(typed)).toContain(problem);
});

test('is an instant in the zone, in winter and in summer', () => {
  expect(readTime('24 November 2026 14:00', zone, now)).toMatchObject({
    time: { startsAt: Date.parse('2026-11-24T14:00:00Z') },
  });
  expect(readTime('1 July 2027 14:00', zone, now)).toMatchObject({
    time: { startsAt: Date.parse('2027-07-01T13:00:00Z') },
  });
});

test('an hour that is left out when clocks go forward is shown back as it will be', () => {
  expect(read('28 March 2027 1:30')).toBe('2027-03-28T02:30');
});
