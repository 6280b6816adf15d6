const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthName = `(?:${months.map((month) => `${month}|${month.slice(0, 3)}`).join('|')}|sept)\\.?`;
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const dayMonthYear = new RegExp(
  `${weekday}\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(${monthName}),?\\s+((?:19|20)\\d{2})\\b`,
  'i',
);
const monthDayYear = new RegExp(
  `${weekday}\\b(${monthName})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})\\b`,
  'i',
);
const monthYear = new RegExp(
  `(?<!\\d(?:st|nd|rd|th)?(?:\\s+of)?\\s+)\\b(${monthName}),?\\s+((?:19|20)\\d{2})\\b`,
  'i',
);
const isoDate = /\b((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/;

/** A date as people write it, found in a text. */
export interface WrittenDate {
  /** `2014-10-06`, or `2014-10` when no day is named. */
  date: string;
  /** The words that were taken for it. */
  matched: string;
}

/**
 * The first date that a text names in words (`6 October 2014`, `October 6th, 2014`, `October 2014`)
 * or in ISO form. Dates in figures only (`06/10/2014`) are ambiguous and not taken.
 */
export function writtenDate(text: string): WrittenDate | null {
  const found = [
    match(text, isoDate, ([, year, month, day]) => dateOf(year, Number(month), day)),
    match(text, dayMonthYear, ([, day, month, year]) => dateOf(year, monthNumber(month), day)),
    match(text, monthDayYear, ([, month, day, year]) => dateOf(year, monthNumber(month), day)),
  ].filter((candidate) => candidate !== null);
  const [first] = found.sort((one, other) => one.index - other.index);
  return (
    first ??
    match(text, monthYear, ([, month, year]) => dateOf(year, monthNumber(month), undefined))
  );
}

/** True when a line holds a date and next to nothing else: `Monday 6 October 2014`. */
export function isCalendarDateLine(line: string): boolean {
  const found = line.length < 60 ? writtenDate(line) : null;
  if (!found) return false;
  const rest = line.replace(found.matched, '').replace(/published|updated|date|last|on/gi, '');
  return !/[\p{L}\d]/u.test(rest);
}

function match(
  text: string,
  pattern: RegExp,
  toDate: (groups: RegExpExecArray) => string | null,
): (WrittenDate & { index: number }) | null {
  const found = pattern.exec(text);
  const date = found && toDate(found);
  return found && date ? { date, matched: found[0], index: found.index } : null;
}

function monthNumber(name: string | undefined): number {
  const start = (name ?? '').slice(0, 3).toLowerCase();
  return months.findIndex((month) => month.startsWith(start)) + 1;
}

function dateOf(year: string | undefined, month: number, day: string | undefined): string | null {
  if (!year || month < 1 || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return start;
  const date = `${start}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return real ? date : null;
}
