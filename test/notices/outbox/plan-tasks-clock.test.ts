import { expect, test } from 'vitest';
import { planTasks, type QuietHours } from '../../../src/notices/index.ts';
import { sampleSession } from '../sample-notice.ts';

const nights: QuietHours = { from: 19 * 60, to: 8 * 60, weekends: false, zone: 'Europe/London' };

/** When the reminders of a session are due: UTC, as far as the minute. */
function remindersOf(
  [start, end]: [start: string, end: string],
  {
    zone = 'Europe/London',
    reminders = [10_080, 1_440, 60],
    quiet = null,
  }: { zone?: string; reminders?: number[]; quiet?: QuietHours | null } = {},
): string[] {
  const announceAt = Date.parse('2026-01-05T09:00Z');
  const notice = sampleSession({ announceAt, reminders }, { start, end, zone });
  return planTasks(notice, { now: announceAt, quiet })
    .filter(({ occasion }) => occasion !== 'announcement')
    .map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16));
}

test('reminders are as long before the start as they say when clocks go forward meanwhile', () => {
  // On Sunday 29 March at 01:00 it becomes 02:00: the start is at 13:00 UTC.
  expect(remindersOf(['2026-03-29T14:00', '2026-03-29T15:00'])).toEqual([
    '2026-03-22T13:00',
    '2026-03-28T13:00',
    '2026-03-29T12:00',
  ]);
});

test('and when they go back', () => {
  // On Sunday 25 October at 02:00 it becomes 01:00: the start is at 14:00 UTC.
  expect(remindersOf(['2026-10-25T14:00', '2026-10-25T15:00'])).toEqual([
    '2026-10-18T14:00',
    '2026-10-24T14:00',
    '2026-10-25T13:00',
  ]);
});

test('a start that clocks leave out is as much later, one that comes twice is the first', () => {
  const options = { reminders: [60] };
  expect(remindersOf(['2026-03-29T01:30', '2026-03-29T03:00'], options)).toEqual([
    '2026-03-29T00:30',
  ]);
  expect(remindersOf(['2026-10-25T01:30', '2026-10-25T03:00'], options)).toEqual([
    '2026-10-24T23:30',
  ]);
});

test('other zones change at other times, or never', () => {
  // New York changes on 8 March: four hours behind UTC from then on.
  const options = { zone: 'America/New_York', reminders: [1_440] };
  expect(remindersOf(['2026-03-08T09:00', '2026-03-08T10:00'], options)).toEqual([
    '2026-03-07T13:00',
  ]);
  const still = { zone: 'Asia/Kolkata', reminders: [1_440] };
  expect(remindersOf(['2026-03-29T14:00', '2026-03-29T15:00'], still)).toEqual([
    '2026-03-28T08:30',
  ]);
});

test('quiet hours end by the clock on the wall, also in the night in which it changes', () => {
  const options = { reminders: [360], quiet: nights };
  expect(remindersOf(['2026-03-29T09:30', '2026-03-29T11:00'], options)).toEqual([
    '2026-03-29T07:00',
  ]);
  expect(remindersOf(['2026-10-25T09:30', '2026-10-25T11:00'], options)).toEqual([
    '2026-10-25T08:00',
  ]);
});

test('leap days count', () => {
  expect(remindersOf(['2028-03-07T10:00', '2028-03-07T11:00'])).toEqual([
    '2028-02-29T10:00',
    '2028-03-06T10:00',
    '2028-03-07T09:00',
  ]);
  expect(remindersOf(['2028-02-29T10:00', '2028-02-29T11:00'])).toEqual([
    '2028-02-22T10:00',
    '2028-02-28T10:00',
    '2028-02-29T09:00',
  ]);
  expect(remindersOf(['2027-03-01T10:00', '2027-03-01T11:00'], { reminders: [1_440] })).toEqual([
    '2027-02-28T10:00',
  ]);
});
