import { DateTime, IANAZone } from 'luxon';

/** A time as a clock on the wall shows it, in some zone: `2026-11-24T14:00`. */
export type LocalTime = string;

const form = "yyyy-MM-dd'T'HH:mm";

/** Whether it is an IANA time zone that this machine knows, such as `Europe/London`. */
export function isZone(zone: string): boolean {
  return /\//.test(zone) ? IANAZone.isValidZone(zone) : zone === 'UTC';
}

/**
 * The instant (UTC ms) at which clocks of the zone show a local time. A time that is left out when
 * clocks go forward is as much later; of a time that comes twice when they go back, the first counts.
 *
 * @throws {RangeError} for what is no local time, or no zone.
 */
export function instantOf(local: LocalTime, zone: string): number {
  const wall = DateTime.fromFormat(local, form, { zone });
  if (!wall.isValid) throw new RangeError(`no local time: ${local} in ${zone}`);
  const [first] = wall.getPossibleOffsets();
  return (first ?? wall).toMillis();
}

/**
 * What clocks of a zone show at an instant (UTC ms).
 *
 * @throws {RangeError} for what is no instant, or no zone.
 */
export function localTimeAt(instant: number, zone: string): LocalTime {
  const wall = DateTime.fromMillis(instant, { zone });
  if (!wall.isValid) throw new RangeError(`no time: ${instant} in ${zone}`);
  return wall.toFormat(form);
}

/** The calendar date of a local time: `2026-11-24`. */
export function dateOf(local: LocalTime): string {
  return local.slice(0, 10);
}
