import type { LocalTime } from './local-time.ts';

const minuteMs = 60_000;

/** Minutes from one local time to another as clocks on the wall show them, whatever clocks did between. */
export function minutesBetween(from: LocalTime, to: LocalTime): number {
  return (asUtc(to) - asUtc(from)) / minuteMs;
}

/** What clocks on the wall show after so many minutes on them; negative ones go back. */
export function addMinutes(local: LocalTime, minutes: number): LocalTime {
  return new Date(asUtc(local) + minutes * minuteMs).toISOString().slice(0, 16);
}

/** Local times are counted as if they were UTC, where no clock changes. */
function asUtc(local: LocalTime): number {
  return Date.parse(`${local}:00.000Z`);
}
