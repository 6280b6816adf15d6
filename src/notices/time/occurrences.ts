import rrule from 'rrule';
import { dateOf, instantOf, type LocalTime, localTimeAt } from './local-time.ts';

// The package has no named exports for modules.
const { RRule } = rrule;

/** When a session takes place again and again. */
export interface Recurrence {
  /** RRULE value of RFC 5545 (section 3.3.10) without DTSTART: `FREQ=WEEKLY;BYDAY=TU;COUNT=6`. */
  rule: string;
  /** Local dates, such as `2026-12-29`, on which it does not take place. */
  except: readonly string[];
}

/** One time that a session takes place. */
export interface Occurrence {
  /** In the session's zone. */
  start: LocalTime;
  /** UTC ms. */
  startsAt: number;
}

/** What is said to whoever wrote a rule that cannot be used. */
export class RecurrenceError extends Error {
  override name = 'RecurrenceError';
}

const frequencies = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;
/** Most occurrences of one series. */
const mostOccurrences = 400;

/**
 * The times that a session takes place, ascending. The rule is read in the session's own zone: a
 * session at two o'clock stays at two o'clock when clocks change.
 *
 * @param first - The first time, whether or not the rule would give it (RFC 5545, 3.8.5.3).
 * @throws {RecurrenceError}
 */
export function occurrencesOf(
  first: LocalTime,
  zone: string,
  recurrence: Recurrence | null,
): Occurrence[] {
  const starts = recurrence === null ? [first] : expand(first, zone, recurrence);
  return starts.map((start) => ({ start, startsAt: instantOf(start, zone) }));
}

/** @throws {RecurrenceError} */
function expand(first: LocalTime, zone: string, { rule, except }: Recurrence): LocalTime[] {
  const { rule: endless, count } = readRule(rule, asUtc(first), zone);
  const starts = [first];
  let given = 0;
  endless.all((date) => {
    const start = asLocal(date);
    // A time that clocks leave out is none, and is not counted (RFC 5545, section 3.3.10).
    if (!exists(start, zone)) return true;
    given += 1;
    if (given <= count && start !== first) starts.push(start);
    return given < count && given <= mostOccurrences;
  });
  if (given > mostOccurrences) {
    throw new RecurrenceError(
      `A series may have ${mostOccurrences} sessions at most: say when it ends (COUNT or UNTIL).`,
    );
  }
  const left = starts.filter((start) => !except.includes(dateOf(start)));
  if (left.length === 0) throw new RecurrenceError('Every session of the series is left out.');
  return left;
}

/**
 * A rule without its count. The library knows no zones that can be relied on: local times are passed
 * through it as if they were UTC, where no clock changes.
 */
function readRule(rule: string, dtstart: Date, zone: string) {
  if (!frequencies.test(rule)) {
    throw new RecurrenceError(
      'A series repeats DAILY, WEEKLY, MONTHLY or YEARLY: begin with FREQ=WEEKLY or the like.',
    );
  }
  try {
    const { count, ...options } = RRule.parseString(rule);
    if (options.until) options.until = endOf(options.until, rule, zone);
    return { rule: new RRule({ ...options, dtstart }), count: count ?? Number.POSITIVE_INFINITY };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RecurrenceError(`The rule of the series cannot be read: ${reason}.`);
  }
}

/** The last moment of a series, passed through the library like all its times. */
function endOf(until: Date, rule: string, zone: string): Date {
  // A date alone includes that day.
  if (/UNTIL=\d{8}(?:;|$)/.test(rule)) return new Date(until.getTime() + dayMs - 1);
  return /UNTIL=\w+Z(?:;|$)/.test(rule) ? asUtc(localTimeAt(until.getTime(), zone)) : until;
}

/** Whether clocks of the zone ever show it. */
function exists(local: LocalTime, zone: string): boolean {
  return localTimeAt(instantOf(local, zone), zone) === local;
}

const dayMs = 24 * 60 * 60 * 1_000;

function asUtc(local: LocalTime): Date {
  return new Date(`${local}:00.000Z`);
}

function asLocal(date: Date): LocalTime {
  return date.toISOString().slice(0, 16);
}
