import { DateTime } from 'luxon';
import { instantOf } from '../time/local-time.ts';

/** When the digest comes, every week. */
export interface DigestTime {
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: number;
  /** Minutes after midnight, below 1,440. */
  minute: number;
  /** IANA time zone of both. */
  zone: string;
}

/** The digest of one week. */
export interface WeeklyDigest {
  /** By its ISO 8601 week: `digest:2026-W48`. */
  id: string;
  /** UTC ms. */
  dueAt: number;
}

const idPrefix = 'digest:';

/** Whether a task of the outbox is about a digest, and not about a notice. */
export function isDigest(noticeId: string): boolean {
  return noticeId.startsWith(idPrefix);
}

/** The digest that was due last, and the next one. @param now UTC ms. */
export function digestsAround(
  now: number,
  time: DigestTime,
): { last: WeeklyDigest; next: WeeklyDigest } {
  const week = DateTime.fromMillis(now, { zone: time.zone }).startOf('week');
  const [last, next] = [digestOf(week, time), digestOf(week.plus({ weeks: 1 }), time)];
  return last.dueAt <= now
    ? { last, next }
    : { last: digestOf(week.minus({ weeks: 1 }), time), next: last };
}

/** When the digest before one that was due at `dueAt` was due, both UTC ms: what came since is new. */
export function weekBefore(dueAt: number, { zone }: Pick<DigestTime, 'zone'>): number {
  return DateTime.fromMillis(dueAt, { zone }).minus({ weeks: 1 }).toMillis();
}

/** @param week - its Monday. */
function digestOf(week: DateTime, time: DigestTime): WeeklyDigest {
  const day = week.plus({ days: time.weekday - 1 });
  const at = day.set({ hour: Math.floor(time.minute / 60), minute: time.minute % 60 });
  // Clocks may leave the time out, or show it twice.
  const dueAt = instantOf(at.toFormat("yyyy-MM-dd'T'HH:mm"), time.zone);
  return { id: `${idPrefix}${day.toFormat("kkkk-'W'WW")}`, dueAt };
}
