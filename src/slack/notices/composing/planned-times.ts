import { DateTime } from 'luxon';
import { type Notice, planTasks, type QuietHours } from '../../../notices/index.ts';

/** When a notice would be announced and people reminded, were it sent now. */
export interface PlannedTimes {
  /** UTC ms; null for at once. */
  announceAt: number | null;
  reminders: {
    /** Before the session. */
    minutes: number;
    /** UTC ms. */
    at: number;
    /** Whether quiet hours have moved it. */
    moved: boolean;
  }[];
}

const minuteMs = 60_000;

export function plannedTimes(
  notice: Notice,
  { now, quiet }: { now: number; quiet: QuietHours | null },
): PlannedTimes {
  const sent: Notice = { ...notice, state: 'scheduled', announceAt: notice.announceAt ?? now };
  const reminders = new Map<number, PlannedTimes['reminders'][number]>();
  for (const { occasion, dueAt } of planTasks(sent, { now, quiet })) {
    const [, minutes, start] = /^reminder-(\d+)-(\d+)$/.exec(occasion) ?? [];
    if (minutes === undefined || start === undefined || dueAt < now) continue;
    const moved = dueAt !== Number(start) - Number(minutes) * minuteMs;
    reminders.set(Number(minutes), { minutes: Number(minutes), at: dueAt, moved });
  }
  return { announceAt: notice.announceAt, reminders: [...reminders.values()] };
}

/** `Tuesday, 24 November 2026, 14:00 (Europe/London)`. @param instant UTC ms. */
export function fullTime(instant: number, zone: string): string {
  return `${localTime(instant, zone)} (${zone.replaceAll('_', ' ')})`;
}

/** `Tuesday, 24 November 2026, 14:00`. @param instant UTC ms. */
export function localTime(instant: number, zone: string): string {
  const local = DateTime.fromMillis(instant, { zone, locale: 'en-GB' });
  return local.toFormat('cccc, d LLLL yyyy, HH:mm');
}
