import { dayOf } from '../../client/time.ts';

const dayMs = 86_400_000;
const locale = 'en-GB';

/** Where and when a date is read. */
export interface Reader {
  /** IANA zone. */
  timeZone: string;
  /** UTC ms. */
  now: number;
}

const options: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date_long_full: { day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  day_divider: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** `today`, `yesterday`, `tomorrow`; null for other days. */
function nearDay(at: number, { timeZone, now }: Reader): string | null {
  const days = [
    ['yesterday', -dayMs],
    ['today', 0],
    ['tomorrow', dayMs],
  ] as const;
  const day = dayOf(at, timeZone);
  return days.find(([, offset]) => dayOf(now + offset, timeZone) === day)?.[0] ?? null;
}

/** `5 minutes ago`, `in 2 hours`. */
function distance(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(seconds / size), unit);
}

function part(token: string, at: number, reader: Reader): string | null {
  if (token === 'date_num') return dayOf(at, reader.timeZone);
  if (token === 'ago') return distance(at, reader.now);
  const [, plain = token] = /^(.+)_pretty$/.exec(token) ?? [];
  const format = options[plain];
  if (format === undefined) return null;
  const near = plain === token ? null : nearDay(at, reader);
  return (
    near ?? new Intl.DateTimeFormat(locale, { ...format, timeZone: reader.timeZone }).format(at)
  );
}

/**
 * A date as Slack writes it for whoever reads it, `{date_short} at {time}` → `3 Mar 2026 at 14:05`.
 * The tokens are those of docs.slack.dev/messaging/formatting-message-text; unknown ones stay.
 *
 * @param timestamp UTC seconds.
 * @returns null when there is no such moment.
 */
export function formatSlackDate(timestamp: number, format: string, reader: Reader): string | null {
  const at = timestamp * 1000;
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  const text = format.replaceAll(/\{(\w+)\}/g, (whole, token: string) => {
    return part(token, at, reader) ?? whole;
  });
  // "today at 14:05", but "Today at 14:05" where a sentence begins with it.
  return text.replace(
    /^(?:yesterday|today|tomorrow)/,
    (day) => day[0]?.toUpperCase() + day.slice(1),
  );
}
