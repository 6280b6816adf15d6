import fc from 'fast-check';
import { DateTime } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { instantOf, isZone, localTimeAt } from '../../../src/notices/time/local-time.ts';
import { occurrencesOf, RecurrenceError } from '../../../src/notices/time/occurrences.ts';

const london = 'Europe/London';
const startsOf = (first: string, rule: string, except: string[] = [], zone = london) =>
  occurrencesOf(first, zone, { rule, except }).map(({ start }) => start);
const instants = (first: string, rule: string, zone = london) =>
  occurrencesOf(first, zone, { rule, except: [] }).map(({ startsAt }) =>
    new Date(startsAt).toISOString().slice(0, 16),
  );

describe('a series', () => {
  test('stays at its time of day when clocks change', () => {
    expect(instants('2026-10-20T14:00', 'FREQ=WEEKLY;COUNT=3')).toEqual([
      '2026-10-20T13:00',
      '2026-10-27T14:00',
      '2026-11-03T14:00',
    ]);
    expect(instants('2027-03-23T14:00', 'FREQ=WEEKLY;COUNT=2')).toEqual([
      '2027-03-23T14:00',
      '2027-03-30T13:00',
    ]);
  });

  test('does not take place where its hour is left out, and once where its hour comes twice', () => {
    expect(instants('2027-03-27T01:30', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2027-03-27T01:30',
      '2027-03-29T00:30',
      '2027-03-30T00:30',
    ]);
    expect(instants('2026-10-24T01:30', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  test('leaves out exceptions, and days that a month does not have', () => {
    expect(startsOf('2026-12-22T10:00', 'FREQ=WEEKLY;COUNT=3', ['2026-12-29'])).toEqual([
      '2026-12-22T10:00',
      '2027-01-05T10:00',
    ]);
    expect(startsOf('2028-02-29T10:00', 'FREQ=YEARLY;COUNT=2')).toEqual([
      '2028-02-29T10:00',
      '2032-02-29T10:00',
    ]);
    expect(startsOf('2027-01-31T10:00', 'FREQ=MONTHLY;COUNT=3')).toEqual([
      '2027-01-31T10:00',
      '2027-03-31T10:00',
      '2027-05-31T10:00',
    ]);
  });

  test('ends with the day that it says, or at the time', () => {
    expect(startsOf('2026-11-24T10:00', 'FREQ=WEEKLY;UNTIL=20261208')).toHaveLength(3);
    expect(startsOf('2026-11-24T10:00', 'FREQ=WEEKLY;UNTIL=20261208T095900Z')).toHaveLength(2);
    // Eleven o'clock in London's summer.
    const summer = (until: string) => startsOf('2027-06-01T11:00', `FREQ=WEEKLY;UNTIL=${until}`);
    expect(summer('20270615T100000Z')).toHaveLength(3);
    expect(summer('20270615T095900Z')).toHaveLength(2);
    expect(summer('20270615T100000')).toHaveLength(2);
  });

  test('has its first session even where the rule gives another day', () => {
    expect(startsOf('2026-11-24T10:00', 'FREQ=WEEKLY;BYDAY=TH;COUNT=2')).toEqual([
      '2026-11-24T10:00',
      '2026-11-26T10:00',
      '2026-12-03T10:00',
    ]);
  });

  test.each([
    ['every Tuesday', 'begin with FREQ'],
    ['FREQ=HOURLY', 'begin with FREQ'],
    ['FREQ=WEEKLY;BYDAY=XX', 'cannot be read'],
    ['FREQ=WEEKLY;COLOUR=RED', 'cannot be read'],
    ['FREQ=DAILY', 'say when it ends'],
  ])('%s is not taken', (rule, problem) => {
    expect(() => startsOf('2026-11-24T10:00', rule)).toThrow(RecurrenceError);
    expect(() => startsOf('2026-11-24T10:00', rule)).toThrow(problem);
  });

  test('of which everything is left out is none', () => {
    expect(() => startsOf('2026-11-24T10:00', 'FREQ=WEEKLY;COUNT=1', ['2026-11-24'])).toThrow(
      'left out',
    );
  });
});

const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const rules = fc.oneof(
  fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'),
  fc
    .subarray(days, { minLength: 1, maxLength: 3 })
    .map((some) => `FREQ=WEEKLY;BYDAY=${some.join(',')}`),
  fc
    .tuple(fc.constantFrom(-1, 1, 2, 3), fc.constantFrom(...days))
    .map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
  fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
);
const starts = fc.record({
  zone: fc.constantFrom(...zones),
  minutes: fc.integer({ min: 0, max: 2 * 366 * 24 * 4 }),
});

test('is expanded as an independent library does it', () => {
  fc.assert(
    fc.property(starts, rules, fc.integer({ min: 1, max: 3 }), (at, rule, interval) => {
      const first = DateTime.utc(2026, 1, 1)
        .plus({ minutes: 15 * at.minutes })
        .toFormat("yyyy-MM-dd'T'HH:mm");
      fc.pre(localTimeAt(instantOf(first, at.zone), at.zone) === first);
      const whole = `${rule};INTERVAL=${interval};COUNT=12`;
      const stamp = first.replace(/[-:]/g, '');
      const independent = new RRuleTemporal({
        rruleString: `DTSTART;TZID=${at.zone}:${stamp}00\nRRULE:${whole}`,
      })
        .all()
        .map(({ epochMilliseconds }) => epochMilliseconds);
      const ours = occurrencesOf(first, at.zone, { rule: whole, except: [] });
      const ruled = ours.map(({ startsAt }) => startsAt).filter((one) => independent.includes(one));
      expect(ruled).toEqual(independent);
      // The first session takes place although the rule does not give it.
      expect(ours.length - ruled.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test('a local time stands for an instant and back', () => {
  fc.assert(
    fc.property(starts, ({ zone, minutes }) => {
      const instant = Date.UTC(2026, 0, 1) + minutes * 15 * 60_000;
      const local = localTimeAt(instant, zone);
      const again = instantOf(local, zone);
      expect(localTimeAt(again, zone)).toBe(local);
      // Of a time that comes twice, the first.
      expect(again).toBeLessThanOrEqual(instant);
      expect(instant - again).toBeLessThanOrEqual(60 * 60_000);
    }),
  );
});

test.each([
  ['Europe/London', true],
  ['UTC', true],
  ['Europe/Londn', false],
  ['BST', false],
  ['+01:00', false],
])('%s is a zone: %s', (zone, is) => {
  expect(isZone(zone)).toBe(is);
});

test.each(['2026-02-30T10:00', '24 November', '2026-11-24'])('%s is no local time', (local) => {
  expect(() => instantOf(local, london)).toThrow(RangeError);
});
