import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlanned, planTasks, type QuietHours } from '../../../src/notices/index.ts';
import { sampleSession } from '../sample-notice.ts';

const now = Date.parse('2026-11-02T09:00:00Z');
const nights: QuietHours = { from: 19 * 60, to: 8 * 60, weekends: true, zone: 'Europe/London' };

const planned = (notice = sampleSession(), quiet: QuietHours | null = null) =>
  planTasks(notice, { now, quiet }).map(({ occasion, place, dueAt }) =>
    [occasion.replace(/-\d{13}$/, ''), place, new Date(dueAt).toISOString().slice(0, 16)].join(' '),
  );

describe('what is to be sent of a notice', () => {
  test('is its announcement everywhere, and reminders to all who may come', () => {
    expect(planned(sampleSession({ people: ['U9'] }))).toEqual([
      'announcement C1 2026-11-10T09:00',
      'announcement C2 2026-11-10T09:00',
      'announcement U9 2026-11-10T09:00',
      'reminder-10080 participants 2026-11-17T14:00',
      'reminder-1440 participants 2026-11-23T14:00',
      'reminder-60 participants 2026-11-24T13:00',
    ]);
  });

  test('is reminders in its threads, if so wished', () => {
    expect(planned(sampleSession({ remindIn: 'thread', reminders: [60] })).slice(2)).toEqual([
      'reminder-60 C1 2026-11-24T13:00',
      'reminder-60 C2 2026-11-24T13:00',
    ]);
  });

  test('is no reminder that would come with the announcement or before it', () => {
    const late = sampleSession({ announceAt: Date.parse('2026-11-23T14:00:00Z') });
    expect(planned(late).filter((one) => one.startsWith('reminder'))).toEqual([
      'reminder-60 participants 2026-11-24T13:00',
    ]);
  });

  test('is nothing of a draft, of what is not agreed to, cancelled, or has no time', () => {
    for (const state of ['draft', 'awaiting-approval', 'cancelled'] as const) {
      expect(planned(sampleSession({ state }))).toEqual([]);
    }
    expect(planned(sampleSession({ announceAt: null }))).toEqual([]);
  });

  test('is of no use when it is over, and a reminder when the next one is due', () => {
    const tasks = planTasks(sampleSession(), { now, quiet: null });
    const useless = tasks.map(({ uselessAt }) => new Date(uselessAt ?? 0).toISOString());
    expect(useless).toEqual([
      '2026-11-24T15:30:00.000Z',
      '2026-11-24T15:30:00.000Z',
      '2026-11-23T14:00:00.000Z',
      '2026-11-24T13:00:00.000Z',
      '2026-11-24T14:00:00.000Z',
    ]);
  });

  test('keeps out of quiet hours', () => {
    const early = sampleSession({}, { start: '2026-11-23T08:30', end: '2026-11-23T09:30' });
    expect(planned(early, nights).slice(2)).toEqual([
      'reminder-10080 participants 2026-11-16T08:30',
      // Sunday, and then Friday evening: Monday at eight would be half an hour before it begins.
      'reminder-1440 participants 2026-11-20T18:59',
      'reminder-60 participants 2026-11-23T08:00',
    ]);
  });

  test('is another reminder when the session moves, and the same announcement', () => {
    const occasions = (start: string) =>
      planTasks(sampleSession({}, { start, end: '2026-11-25T18:00' }), { now, quiet: null })
        .map(({ occasion }) => occasion)
        .filter(isPlanned);
    const before = occasions('2026-11-24T14:00');
    const after = occasions('2026-11-25T14:00');
    expect(after).toHaveLength(before.length);
    expect(after.filter((occasion) => before.includes(occasion))).toEqual([
      'announcement',
      'announcement',
    ]);
  });
});

test('no reminder is due before the announcement or after the start, and none twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 * 1_440 }), { maxLength: 6 }),
      fc.integer({ min: 0, max: 20 * 1_440 }),
      (reminders, minutesAfterNow) => {
        const announceAt = now + minutesAfterNow * 60_000;
        const tasks = planTasks(sampleSession({ reminders, announceAt }), { now, quiet: null });
        const startsAt = Date.parse('2026-11-24T14:00:00Z');
        for (const { occasion, dueAt, uselessAt } of tasks) {
          expect(dueAt).toBeGreaterThanOrEqual(announceAt);
          expect(uselessAt ?? 0).toBeGreaterThan(dueAt);
          if (occasion !== 'announcement') expect(dueAt).toBeLessThan(startsAt);
        }
        const names = tasks.map(({ occasion, place }) => `${occasion} ${place}`);
        expect(new Set(names).size).toBe(names.length);
      },
    ),
  );
});
