import { type Component, en } from 'chrono-node';
import { DateTime } from 'luxon';
import { unreadPart } from './read-time.ts';

export type DateReading =
  /** A calendar date: `2026-12-29`. */
  | { date: string }
  /** Why it cannot be used, for whoever typed it. */
  | { problem: string };

/**
 * Reads a date as people type it (`29 December`, `next Tuesday`, `2026-12-29`), in the British order
 * of day and month, as the first such day from another one on.
 *
 * @param from - The date from which on it is looked for: `2026-11-24`.
 */
export function readDate(typed: string, from: string): DateReading {
  const text = typed.trim();
  // Noon, in UTC, is on the same day whatever the machine's own zone is.
  const start = DateTime.fromISO(`${from}T12:00`, { zone: 'utc' }).toJSDate();
  const results = en.GB.parse(text, { instant: start, timezone: 0 }, { forwardDate: true });
  const [result] = results;
  const isDay = result?.start.isCertain('day') === true || result?.start.isCertain('weekday');
  const isAlone = results.length === 1 && result !== undefined && result.end === null;
  if (!isAlone || !isDay || unreadPart(text, result.index, result.text) !== '') {
    return { problem: `I cannot read “${text}” as a date. Write for example “29 December 2026”.` };
  }
  const part = (name: Component): number => result.start.get(name) ?? 0;
  const date = DateTime.utc(part('year'), part('month'), part('day'));
  return { date: date.toISODate() ?? from };
}
