import {
  instantOf,
  isZone,
  type LocalTime,
  localTimeAt,
  readTime,
} from '../../../notices/index.ts';
import type { EnteredValues } from './entered-values.ts';
import { noticeFields } from './form-ids.ts';

/** What is wrong with a form, by block id, in words for whoever filled it in. */
export type FormErrors = Record<string, string>;

/** When a session is, as it was typed. */
export interface SessionTimes {
  start: LocalTime;
  end: LocalTime;
  zone: string;
}

/** How long a session lasts whose end nobody said. */
const usualMinutes = 60;
const longestMs = 31 * 24 * 60 * 60_000;
/** `90 minutes`, `1.5 h`, `an hour`: how long it lasts. */
const length = /^(?:for\s+)?(an?|\d{1,4}(?:[.,]\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|h)$/iu;

/**
 * Reads when a session begins and ends. An end is read as seen from the start: `3:30pm` is on the
 * same day, `90 minutes` as much later. Without one, the start may say it (`2pm to 3:30pm`).
 *
 * @param now - UTC ms.
 */
export function readSessionTimes(
  entered: EnteredValues,
  now: number,
): SessionTimes | { errors: FormErrors } {
  const zone = entered.chosen(noticeFields.zone) ?? '';
  if (!isZone(zone)) return { errors: { [noticeFields.zone]: 'Choose one of the time zones.' } };
  const begins = readTime(entered.text(noticeFields.start), zone, now);
  if ('problem' in begins) return { errors: { [noticeFields.start]: begins.problem } };
  const { start, startsAt, end } = begins.time;
  const typedEnd = entered.text(noticeFields.end);
  if (typedEnd === '') {
    return { start, end: end ?? localTimeAt(startsAt + usualMinutes * 60_000, zone), zone };
  }
  const minutes = minutesOf(typedEnd);
  if (minutes !== null) return { start, end: localTimeAt(startsAt + minutes * 60_000, zone), zone };
  const ends = readTime(typedEnd, zone, startsAt);
  if ('problem' in ends) return { errors: { [noticeFields.end]: ends.problem } };
  const lastsMs = instantOf(ends.time.start, zone) - startsAt;
  if (lastsMs > 0 && lastsMs <= longestMs) return { start, end: ends.time.start, zone };
  // A day that is past by then is read as that of the next year.
  const problem = 'It has to end after it begins, and within a month.';
  return { errors: { [noticeFields.end]: problem } };
}

function minutesOf(typed: string): number | null {
  const [, number = '', unit = ''] = length.exec(typed) ?? [];
  if (number === '') return null;
  const amount = /^an?$/i.test(number) ? 1 : Number(number.replace(',', '.'));
  const minutes = Math.round(amount * (/^h/i.test(unit) ? 60 : 1));
  return minutes > 0 ? minutes : null;
}

/**
 * When a notice is to be announced.
 *
 * @param zone of whoever typed it. @param now - UTC ms.
 * @returns UTC ms; null for at once.
 */
export function readAnnouncement(
  entered: EnteredValues,
  zone: string,
  now: number,
): { announceAt: number | null } | { errors: FormErrors } {
  const typed = entered.text(noticeFields.announce);
  if (typed === '' || /^(?:now|at once|immediately)$/i.test(typed)) return { announceAt: null };
  const reading = readTime(typed, zone, now);
  if ('problem' in reading) return { errors: { [noticeFields.announce]: reading.problem } };
  const { startsAt } = reading.time;
  if (startsAt > now) return { announceAt: startsAt };
  const problem = 'That is in the past. Leave it empty to announce it at once.';
  return { errors: { [noticeFields.announce]: problem } };
}
