import type { NoticeContent, SessionDetails } from '../notice.ts';
import { occurrencesOf, type Recurrence } from '../time/occurrences.ts';
import { addMinutes, minutesBetween } from '../time/wall-clock.ts';
import { announceInStep } from './announce-in-step.ts';

/** A notice of a session, as opposed to one of a publication. */
export type SessionContent = Omit<NoticeContent, 'details'> & { details: SessionDetails };

/**
 * One notice for each time that a session takes place, by start. Each lasts as long on the wall as
 * the first, and is announced as long before its start; never before now.
 *
 * @param first - Announced at once when it does not say when; the others then as long before theirs.
 * @param now - UTC ms.
 * @throws {RecurrenceError}
 */
export function expandSeries(
  first: SessionContent,
  recurrence: Recurrence,
  now: number,
): SessionContent[] {
  const { start, end, zone } = first.details;
  const length = minutesBetween(start, end);
  return occurrencesOf(start, zone, recurrence).map((occurrence) => {
    if (occurrence.start === start) return first;
    const details = {
      ...first.details,
      start: occurrence.start,
      end: addMinutes(occurrence.start, length),
    };
    return { ...first, details, announceAt: announceInStep(first, details, now) };
  });
}
