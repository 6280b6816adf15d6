import { describe, expect, test } from 'vitest';
import { digestsAround, isDigest, weekBefore } from '../../../src/notices/index.ts';

const mondays = { weekday: 1, minute: 8 * 60 + 30, zone: 'Europe/London' };
const at = (time: string): number => Date.parse(time);

describe('the weekly digest', () => {
  test('is due at its time, named after its week', () => {
    const before = digestsAround(at('2026-11-23T08:29:59Z'), mondays);
    expect(before).toEqual({
      last: { id: 'digest:2026-W47', dueAt: at('2026-11-16T08:30:00Z') },
      next: { id: 'digest:2026-W48', dueAt: at('2026-11-23T08:30:00Z') },
    });
    const after = digestsAround(at('2026-11-23T08:30:00Z'), mondays);
    expect(after.last).toEqual(before.next);
    expect(after.next).toEqual({ id: 'digest:2026-W49', dueAt: at('2026-11-30T08:30:00Z') });
  });

  test('stays at its local time when clocks go back and forward', () => {
    const due = (now: string) => digestsAround(at(now), mondays).next.dueAt;
    expect(due('2026-10-20T12:00:00Z')).toBe(at('2026-10-26T08:30:00Z'));
    expect(due('2026-10-14T12:00:00Z')).toBe(at('2026-10-19T07:30:00Z'));
    expect(due('2027-03-24T12:00:00Z')).toBe(at('2027-03-29T07:30:00Z'));
    expect(weekBefore(at('2026-10-26T08:30:00Z'), mondays)).toBe(at('2026-10-19T07:30:00Z'));
    expect(weekBefore(at('2027-03-29T07:30:00Z'), mondays)).toBe(at('2027-03-22T08:30:00Z'));
  });

  test('comes once on a day whose clocks show its time twice, or not at all', () => {
    const sundays = { weekday: 7, minute: 90, zone: 'Europe/London' };
    const twice = digestsAround(at('2026-10-25T00:30:00Z'), sundays);
    expect(twice.last).toEqual({ id: 'digest:2026-W43', dueAt: at('2026-10-25T00:30:00Z') });
    expect(digestsAround(at('2026-10-25T01:30:00Z'), sundays)).toEqual(twice);
    const never = digestsAround(at('2027-03-28T00:59:00Z'), sundays);
    expect(never.next).toEqual({ id: 'digest:2027-W12', dueAt: at('2027-03-28T01:30:00Z') });
  });

  test('has one number for a week that lies in two years', () => {
    const fridays = { weekday: 5, minute: 600, zone: 'UTC' };
    expect(digestsAround(at('2027-01-01T12:00:00Z'), fridays).last.id).toBe('digest:2026-W53');
    expect(digestsAround(at('2027-01-04T12:00:00Z'), fridays).next.id).toBe('digest:2027-W01');
  });

  test('follows the day of its own zone', () => {
    const tokyo = { weekday: 1, minute: 30, zone: 'Asia/Tokyo' };
    expect(digestsAround(at('2026-11-22T15:31:00Z'), tokyo).last).toEqual({
      id: 'digest:2026-W48',
      dueAt: at('2026-11-22T15:30:00Z'),
    });
  });

  test('is told from notices', () => {
    expect(isDigest('digest:2026-W48')).toBe(true);
    expect(isDigest('9f1c8f5e-5df5-4b8e-a3f5-0d8b6a0a9f11')).toBe(false);
  });
});
