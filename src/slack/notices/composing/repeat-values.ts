import { DateTime } from 'luxon';
import {
  checkRecurrence,
  dateOf,
  type LocalTime,
  occurrencesOf,
  type Recurrence,
  RecurrenceError,
  readDate,
  type SessionDetails,
} from '../../../notices/index.ts';
import type { EnteredValues } from './entered-values.ts';
import { noticeFields } from './form-ids.ts';
import { type Repeating, type RepeatValues, repeatings } from './form-values.ts';
import type { FormErrors } from './read-times.ts';

export type ReadRepeat = { recurrence: Recurrence | null } | { errors: FormErrors };

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const times = /^(\d{1,3})(?:\s*(?:times|sessions|x))?$/iu;
const isoDate = 'yyyy-MM-dd';

/**
 * Reads how often a session is to take place, and until when.
 *
 * @param session - The first one.
 */
export function readRepeat(
  entered: EnteredValues,
  session: Pick<SessionDetails, 'start' | 'zone'>,
): ReadRepeat {
  const chosen = entered.chosen(noticeFields.repeats);
  const repeats = repeatings.find((one) => one === chosen) ?? 'never';
  if (repeats === 'never') return { recurrence: null };
  const first = dateOf(session.start);
  const end = readEnd(entered.text(noticeFields.until), first);
  const except = readExceptions(entered.lines(noticeFields.except), first);
  const errors = { ...errorOf(noticeFields.until, end), ...errorOf(noticeFields.except, except) };
  if (typeof end !== 'object' || typeof except !== 'object') return { errors };
  const rule = `${ruleOf(repeats, session.start)};${end.rule}`;
  return check({ rule, except }, session);
}

const errorOf = (field: string, read: object | string): FormErrors =>
  typeof read === 'string' ? { [field]: read } : {};

/** What ends a rule; else what is wrong. */
function readEnd(typed: string, first: string): { rule: string } | string {
  const [, count] = times.exec(typed) ?? [];
  if (count !== undefined) {
    return Number(count) > 1 ? { rule: `COUNT=${Number(count)}` } : 'Say at least 2 times.';
  }
  if (typed === '') return 'Say until when: a date, or how many times, such as “6 times”.';
  const read = readDate(typed, first);
  return 'problem' in read ? read.problem : { rule: `UNTIL=${read.date.replaceAll('-', '')}` };
}

/** Dates, in their order; else what is wrong. */
function readExceptions(lines: readonly string[], first: string): string[] | string {
  const dates: string[] = [];
  for (const line of lines) {
    const read = readDate(line, first);
    if ('problem' in read) return read.problem;
    dates.push(read.date);
  }
  return [...new Set(dates)].sort();
}

function ruleOf(repeats: Exclude<Repeating, 'never'>, start: LocalTime): string {
  if (repeats === 'week') return 'FREQ=WEEKLY';
  if (repeats === 'fortnight') return 'FREQ=WEEKLY;INTERVAL=2';
  const { day, weekday } = DateTime.fromISO(start, { zone: 'utc' });
  if (repeats === 'month-date') return `FREQ=MONTHLY;BYMONTHDAY=${day}`;
  const which = Math.ceil(day / 7);
  // Not every month has a fifth one; what is meant is the last.
  return `FREQ=MONTHLY;BYDAY=${which > 4 ? -1 : which}${weekdays[weekday - 1]}`;
}

/** Whether sessions come of it, and every exception is one of them. */
function check(
  recurrence: Recurrence,
  { start, zone }: Pick<SessionDetails, 'start' | 'zone'>,
): ReadRepeat {
  const wrong = (field: string, text: string): ReadRepeat => ({ errors: { [field]: text } });
  try {
    const { rule, except } = recurrence;
    const all = occurrencesOf(start, zone, { rule, except: [] }).map((one) => dateOf(one.start));
    const none = except.find((date) => !all.includes(date));
    if (none !== undefined) {
      return wrong(noticeFields.except, `There is no session on ${fullDate(none)}.`);
    }
    if (except.includes(dateOf(start))) {
      return wrong(
        noticeFields.except,
        'The first session cannot be left out: say above when the first one is that takes place.',
      );
    }
    if (all.length - except.length < 2) {
      return wrong(noticeFields.until, 'That would be one session alone. Say a later end.');
    }
  } catch (error) {
    if (error instanceof RecurrenceError) return wrong(noticeFields.until, error.message);
    throw error;
  }
  const problem = checkRecurrence({ start, zone, recurrence });
  return problem === null ? { recurrence } : wrong(noticeFields.until, problem);
}

/** What a form holds of a recurrence that was read from one; of none or another, that it is none. */
export function repeatValues(recurrence: Recurrence | undefined): RepeatValues {
  const { rule = '', except = [] } = recurrence ?? {};
  const [, count] = /;COUNT=(\d+)/.exec(rule) ?? [];
  const [, until] = /;UNTIL=(\d{8})/.exec(rule) ?? [];
  const last = until === undefined ? '' : fullDate(until.replace(/^(....)(..)/, '$1-$2-'));
  return {
    repeats: repeatingOf(rule),
    until: count === undefined ? last : `${count} times`,
    except: except.map(fullDate),
  };
}

/** How often a rule that was read from a form repeats. */
export function repeatingOf(rule: string): Repeating {
  if (rule.startsWith('FREQ=WEEKLY')) return rule.includes('INTERVAL=2') ? 'fortnight' : 'week';
  if (rule.includes('BYMONTHDAY')) return 'month-date';
  return rule.startsWith('FREQ=MONTHLY') ? 'month-weekday' : 'never';
}

/** `Tuesday 29 December 2026`, as it can be typed, too. @param date `2026-12-29` */
export function fullDate(date: string): string {
  const day = DateTime.fromFormat(date, isoDate, { zone: 'utc', locale: 'en-GB' });
  return day.toFormat('cccc d LLLL yyyy');
}
