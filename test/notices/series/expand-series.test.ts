import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expandSeries,
  instantOf,
  localTimeAt,
  type Recurrence,
  type SessionContent,
} from '../../../src/notices/index.ts';
import { sampleSession } from '../sample-notice.ts';

const weekly = (count: number, ...except: string[]): Recurrence => ({
  rule: `FREQ=WEEKLY;COUNT=${count}`,
  except,
});
const now = Date.parse('2026-03-01T09:00:00Z');

function session(start: string, end: string, announced: string | null): SessionContent {
  const { details, ...content } = sampleSession({}, { start, end });
  if (details.kind !== 'session') throw new Error('the sample is a session');
  return { ...content, details, announceAt: announced === null ? null : Date.parse(announced) };
}

function timesOf(contents: readonly SessionContent[]) {
  return contents.map(({ details, announceAt }) => [
    details.start,
    details.end,
    announceAt === null ? null : localTimeAt(announceAt, details.zone),
  ]);
}

describe('a series', () => {
  test('stays at its hour, and is announced at its hour, when clocks go forward', () => {
    // Clocks go forward on 29 March 2026, between the announcement and the session.
    const first = session('2026-03-23T14:00', '2026-03-23T15:30', '2026-03-21T09:00Z');
    const series = expandSeries(first, weekly(2), now);
    expect(timesOf(series)).toEqual([
      ['2026-03-23T14:00', '2026-03-23T15:30', '2026-03-21T09:00'],
      ['2026-03-30T14:00', '2026-03-30T15:30', '2026-03-28T09:00'],
    ]);
    expect(series[1]?.announceAt).toBe(Date.parse('2026-03-28T09:00Z'));
  });

  test('and when they go back', () => {
    const first = session('2026-10-19T14:00', '2026-10-19T15:30', '2026-10-17T08:00Z');
    const [, second] = expandSeries(first, weekly(2), now);
    expect(second?.announceAt).toBe(Date.parse('2026-10-24T08:00Z'));
  });

  test('lasts as long on the wall at night, whatever clocks do', () => {
    const first = session('2026-03-21T23:00', '2026-03-22T04:00', '2026-03-20T09:00Z');
    expect(
      timesOf(expandSeries(first, weekly(2), now))
        .at(-1)
        ?.slice(0, 2),
    ).toEqual(['2026-03-28T23:00', '2026-03-29T04:00']);
  });

  test('leaves out its exceptions, also the first', () => {
    const first = session('2026-03-03T14:00', '2026-03-03T15:00', '2026-03-02T09:00Z');
    const series = expandSeries(first, weekly(3, '2026-03-03', '2026-03-17'), now);
    expect(timesOf(series)).toEqual([['2026-03-10T14:00', '2026-03-10T15:00', '2026-03-09T09:00']]);
  });

  test('announces nothing before now', () => {
    const first = session('2026-03-24T14:00', '2026-03-24T15:00', '2026-01-01T09:00Z');
    const announced = expandSeries(first, weekly(2), now).map(({ announceAt }) => announceAt);
    expect(announced).toEqual([Date.parse('2026-01-01T09:00Z'), now]);
  });

  test('whose first is announced at once announces the others as long before', () => {
    const first = session('2026-03-04T09:00', '2026-03-04T10:00', null);
    expect(
      timesOf(expandSeries(first, weekly(2), now)).map(([, , announced]) => announced),
    ).toEqual([null, '2026-03-08T09:00']);
  });

  test('has 400 sessions at most', () => {
    const first = session('2026-03-04T09:00', '2026-03-04T10:00', null);
    const daily = (count: number) => ({ rule: `FREQ=DAILY;COUNT=${count}`, except: [] });
    expect(expandSeries(first, daily(400), now)).toHaveLength(400);
    expect(() => expandSeries(first, daily(401), now)).toThrow('400 sessions at most');
  });

  test('keeps every session at its length and lead on the wall', () => {
    const day = 24 * 60;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 * day }),
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 60, max: 10 * day }),
        (offset, length, lead) => {
          // Noon, so that no time is one that clocks leave out or show twice.
          const start = `${localTimeAt(now + offset * 60_000, 'UTC').slice(0, 10)}T12:00`;
          const startsAt = instantOf(start, 'UTC');
          const at = (instant: number) => localTimeAt(instant, 'UTC');
          const announced = at(startsAt - lead * 60_000);
          // One that clocks leave out is announced at another time of day.
          const zone = 'Europe/London';
          fc.pre(localTimeAt(instantOf(announced, zone), zone) === announced);
          const first = {
            ...session(start, at(startsAt + length * 60_000), null),
            announceAt: instantOf(announced, zone),
          };
          for (const { details, announceAt } of expandSeries(first, weekly(30), 0)) {
            const wall = (local: string) => instantOf(local, 'UTC') / 60_000;
            expect(wall(details.end) - wall(details.start)).toBe(length);
            const shown = localTimeAt(announceAt ?? 0, details.zone);
            const meant = at(instantOf(details.start, 'UTC') - lead * 60_000);
            // London's clocks leave out an hour from one o'clock, or show it twice.
            if (!meant.slice(11).startsWith('01')) expect(shown).toBe(meant);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
