import { DateTime } from 'luxon';
import type { SessionDetails } from '../notice.ts';
import { dateOf } from '../time/local-time.ts';
import { occurrencesOf, RecurrenceError } from '../time/occurrences.ts';

/** Most sessions that are made of one draft. */
const mostUnfolded = 60;

/**
 * What is wrong with how often a session is to take place, for whoever writes it; null when nothing
 * is. @param details with times that can be read.
 */
export function checkRecurrence({
  start,
  zone,
  recurrence,
}: Pick<SessionDetails, 'start' | 'zone' | 'recurrence'>): string | null {
  if (recurrence === undefined) return null;
  if (recurrence.except.includes(dateOf(start))) {
    const date = DateTime.fromISO(dateOf(start), { locale: 'en-GB' }).toFormat('d LLLL yyyy');
    return `The first session would be on ${date}, and on that date there is to be none. Choose another, or take it out of the dates without a session.`;
  }
  try {
    const { length } = occurrencesOf(start, zone, recurrence);
    if (length <= mostUnfolded) return null;
    return `These would be ${length} sessions, and ${mostUnfolded} are the most: say an earlier end.`;
  } catch (error) {
    if (error instanceof RecurrenceError) return error.message;
    throw error;
  }
}
