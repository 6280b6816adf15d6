const dayMs = 86_400_000;
const locale = 'en-GB';
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are slow to make: one each is kept. */
function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.values(options).join(' ')} ${Object.keys(options).join(' ')}`;
  const existing = formats.get(key);
  if (existing !== undefined) return existing;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

/** UTC ms of a message's `ts`. */
export const millisecondsOf = (ts: string): number => Number(ts) * 1000;

/** Browsers differ in where they put a comma. */
const withoutCommas = (text: string): string => text.replaceAll(',', '');

/** `14:05` on the person's clock. */
export const timeOfDay = (at: number, timeZone: string): string =>
  format(timeZone, { hour: '2-digit', minute: '2-digit' }).format(at);

/** `Wednesday 5 November 2025 at 14:05:09`, for whoever wants to know exactly. */
export function exactTime(at: number, timeZone: string): string {
  const day = format(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = format(timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return `${withoutCommas(day.format(at))} at ${time.format(at)}`;
}

/** `2025-11-05`: the day on the person's calendar, to compare. */
export function dayOf(at: number, timeZone: string): string {
  const parts = format(timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** `Today`, `Yesterday`, `Wednesday 5 November`; with the year when it is another one. */
export function dayName(at: number, now: number, timeZone: string): string {
  const day = dayOf(at, timeZone);
  const today = dayOf(now, timeZone);
  const ago = dayNumber(today) - dayNumber(day);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const shown = sameYear ? options : { ...options, year: 'numeric' as const };
  return withoutCommas(format(timeZone, shown).format(at));
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `just now`, `5 minutes ago`, `yesterday`, `3 days ago`. */
export function timeAgo(at: number, now: number, timeZone: string): string {
  const minutes = Math.floor(Math.max(now - at, 0) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  const days = dayNumber(dayOf(now, timeZone)) - dayNumber(dayOf(at, timeZone));
  if (days === 0) return `${plural(Math.floor(minutes / 60), 'hour')} ago`;
  return days === 1 ? 'yesterday' : `${plural(days, 'day')} ago`;
}

/** `3 days 2 hours`: how far a clock has been moved; empty for less than a minute. */
export function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    days > 0 && plural(days, 'day'),
    hours > 0 && plural(hours, 'hour'),
    days === 0 && minutes % 60 > 0 && plural(minutes % 60, 'minute'),
  ];
  return parts.filter((part) => part !== false).join(' ');
}

/** `+26 h`: the same where there is little room; hours up to two days. */
export function shortSpan(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return `+${minutes} min`;
  return minutes < 2 * 1440 ? `+${Math.floor(minutes / 60)} h` : `+${Math.floor(minutes / 1440)} d`;
}
