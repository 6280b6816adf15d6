import { DateTime } from 'luxon';

/** When nobody wants to be told anything. */
export interface QuietHours {
  /** Minutes after midnight, below 1,440, at which they begin and end; the end may be on the next day. */
  from: number;
  to: number;
  /** Whether Saturdays and Sundays are quiet as a whole. */
  weekends: boolean;
  /** IANA time zone of the people. */
  zone: string;
}

/** A week of quiet at a stretch is more than any hours give. */
const mostDays = 8;

/**
 * When something is to be told that is due at an instant: then, unless it is quiet; else when it is
 * not quiet any more; else, where that would be too late, just before it became quiet.
 *
 * @param due - UTC ms.
 * @param before - UTC ms at which telling it is no use any more; null when it always is.
 * @returns UTC ms; `due` itself when it is quiet from now until `before`.
 */
export function outsideQuietHours(
  due: number,
  quiet: QuietHours | null,
  { before, now }: { before: number | null; now: number },
): number {
  if (quiet === null || !isQuiet(due, quiet)) return due;
  const after = edgeOfQuiet(due, quiet, 1);
  if (before === null || after < before) return after;
  const earlier = edgeOfQuiet(due, quiet, -1);
  return earlier >= now ? earlier : due;
}

export function isQuiet(instant: number, { from, to, weekends, zone }: QuietHours): boolean {
  const local = DateTime.fromMillis(instant, { zone });
  if (weekends && local.isWeekend) return true;
  const minute = local.hour * 60 + local.minute;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * The nearest instant that is not quiet: the first after it (`direction` 1), or the last whole minute
 * before it (-1). Days are walked by the minutes at which quiet can begin or end.
 */
function edgeOfQuiet(instant: number, quiet: QuietHours, direction: 1 | -1): number {
  const local = DateTime.fromMillis(instant, { zone: quiet.zone });
  const edges: number[] = [];
  for (let day = -1; day <= mostDays; day += 1) {
    const midnight = local.startOf('day').plus({ days: day * direction });
    for (const minute of [0, quiet.from, quiet.to]) {
      const edge = midnight.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
      edges.push(direction === 1 ? edge.toMillis() : edge.toMillis() - 60_000);
    }
  }
  const ahead = edges
    .filter((edge) => (edge - instant) * direction > 0)
    .sort((one, other) => (one - other) * direction);
  return ahead.find((edge) => !isQuiet(edge, quiet)) ?? instant;
}
