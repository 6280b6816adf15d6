import type { SessionDetails } from '../notice.ts';
import { dateOf } from '../time/local-time.ts';
import { occurrencesOf, RecurrenceError } from '../time/occurrences.ts';

/** Most sessions that are made of one draft. */
export const mostUnfolded = 60;

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
    return 'The first session cannot be left out: say when the first one is that takes place.';
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
