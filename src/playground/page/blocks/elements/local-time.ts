import { DateTime } from 'luxon';

/** UTC seconds as a `datetime-local` input wants them, `2026-03-29T09:30`; empty for none. */
export function localTimeOf(seconds: number | null, timeZone: string): string {
  if (seconds === null) return '';
  return DateTime.fromSeconds(seconds, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

/**
 * The moment that a `datetime-local` input names in a zone. A time that the clocks skip is moved
 * forward; of one that comes twice it is the first.
 *
 * @returns UTC seconds; null when nothing, or no time, was entered.
 */
export function secondsOf(local: string, timeZone: string): number | null {
  const moment = DateTime.fromISO(local, { zone: timeZone });
  if (!moment.isValid) return null;
  return Math.min(...moment.getPossibleOffsets().map((possible) => possible.toUnixInteger()));
}
