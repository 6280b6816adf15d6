import type { Notice } from '../notice.ts';
import { instantOf } from '../time/local-time.ts';
import { outsideQuietHours, type QuietHours } from '../time/quiet-hours.ts';
import type { PlannedTask } from './outbox.ts';

/** Stands for everybody who may come, as they are when it is due. */
export const participants = 'participants';

const minuteMs = 60_000;
const planned = /^(?:announcement|reminder-\d+-\d+)$/;

/** Whether a task with this occasion follows from its notice, and goes when the notice says so. */
export function isPlanned(occasion: string): boolean {
  return planned.test(occasion);
}

/**
 * What is to be sent of a notice as it stands: its announcement, and reminders of a session. A
 * reminder belongs to one start: when the session moves, those that were sent are sent again for the
 * new start, and those that were not move along.
 *
 * @param now - UTC ms.
 * @param quiet - Null when people may be told at any time.
 */
export function planTasks(
  notice: Notice,
  { now, quiet }: { now: number; quiet: QuietHours | null },
): PlannedTask[] {
  const { announceAt, details, channels, people } = notice;
  if (notice.state !== 'scheduled' || announceAt === null) return [];
  const places = [...channels, ...people];
  const uselessAt = details.kind === 'session' ? instantOf(details.end, details.zone) : null;
  const announcements = places.map((place) => ({
    occasion: 'announcement',
    place,
    dueAt: announceAt,
    uselessAt,
  }));
  return [...announcements, ...planReminders(notice, announceAt, { now, quiet })];
}

function planReminders(
  { details, reminders, remindIn, channels }: Notice,
  announceAt: number,
  { now, quiet }: { now: number; quiet: QuietHours | null },
): PlannedTask[] {
  if (details.kind !== 'session') return [];
  const startsAt = instantOf(details.start, details.zone);
  const places = remindIn === 'thread' ? channels : [participants];
  // Those that would come with the announcement, or before it, are none.
  const offsets = [...new Set(reminders)]
    .filter((minutes) => startsAt - minutes * minuteMs > announceAt)
    .sort((one, other) => other - one);
  return offsets.flatMap((minutes, index) => {
    const next = offsets[index + 1];
    // When the next one is due, an earlier one is no use any more.
    const uselessAt = next === undefined ? startsAt : startsAt - next * minuteMs;
    const due = startsAt - minutes * minuteMs;
    const earliest = Math.max(now, announceAt);
    const dueAt = outsideQuietHours(due, quiet, { before: uselessAt, now: earliest });
    const occasion = `reminder-${minutes}-${startsAt}`;
    return places.map((place) => ({ occasion, place, dueAt, uselessAt }));
  });
}
