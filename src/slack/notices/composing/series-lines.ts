import { DateTime } from 'luxon';
import {
  type Notice,
  occurrencesOf,
  type Recurrence,
  RecurrenceError,
  type SessionDetails,
} from '../../../notices/index.ts';
import { fullDate, repeatingOf } from './repeat-values.ts';

/** Dates named one by one. */
const mostDates = 12;
const ordinals = ['first', 'second', 'third', 'fourth'];

/**
 * How often a session is to take place, and when: what each line is about, and what it says. None for
 * one that takes place once, or is one of several by now.
 */
export function seriesLines({
  details,
  seriesId,
}: Pick<Notice, 'details' | 'seriesId'>): [string, string][] {
  if (seriesId !== null || details.kind !== 'session') return [];
  const { start, zone, recurrence } = details;
  if (recurrence === undefined) return [];
  const starts = startsOf({ start, zone }, recurrence);
  const last = starts.at(-1) ?? start;
  const times = `${starts.length} in all, until ${fullDate(last.slice(0, 10))}`;
  const more = starts.length > mostDates ? `; and ${starts.length - mostDates} more` : '';
  const dates = starts.slice(0, mostDates).map(shortTime).join('; ');
  const { except } = recurrence;
  return [
    ['Repeats', `${repeatWords(recurrence.rule, start)}: ${times}`],
    ['All dates', `${dates}${more}`],
    ...(except.length === 0
      ? []
      : [['Not on', except.map(fullDate).join('; ')] satisfies [string, string]]),
  ];
}

function startsOf(
  { start, zone }: Pick<SessionDetails, 'start' | 'zone'>,
  recurrence: Recurrence,
): string[] {
  try {
    return occurrencesOf(start, zone, recurrence).map((one) => one.start);
  } catch (error) {
    if (error instanceof RecurrenceError) return [start];
    throw error;
  }
}

/** `every month on the second Tuesday`. */
function repeatWords(rule: string, start: string): string {
  const { day, weekdayLong } = DateTime.fromISO(start, { zone: 'utc', locale: 'en-GB' });
  switch (repeatingOf(rule)) {
    case 'week':
      return 'every week';
    case 'fortnight':
      return 'every two weeks';
    case 'month-date':
      return `every month on day ${day}${day > 28 ? ', where there is one' : ''}`;
    case 'month-weekday':
      return `every month on the ${ordinals[Math.ceil(day / 7) - 1] ?? 'last'} ${weekdayLong}`;
    case 'never':
      return 'more than once';
  }
}

/** `Tue 24 Nov 2026, 14:00`. */
function shortTime(start: string): string {
  return DateTime.fromISO(start, { zone: 'utc', locale: 'en-GB' }).toFormat(
    'ccc d LLL yyyy, HH:mm',
  );
}
