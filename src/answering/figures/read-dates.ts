import type { FigureMeaning } from './figure.ts';

type DateMeaning = Extract<FigureMeaning, { kind: 'date' }>;

const monthNames =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const months = `(?:${monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const day = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const year = '(?:1[5-9]|20|21)\\d\\d';

/** Patterns of dates, tried in this order at each place. `may` alone is a verb, so it needs more. */
export const datePattern = new RegExp(
  [
    `(?<iso>\\b${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b)`,
    `(?<numeric>\\b(?:0?[1-9]|[12]\\d|3[01])(?<mark>[/.-])(?:0?[1-9]|[12]\\d|3[01])\\k<mark>(?:${year}|\\d\\d)\\b)`,
    `(?<dayFirst>\\b${day}\\s+(?:of\\s+)?${months}(?:,?\\s+${year}\\b)?(?![a-z]))`,
    `(?<monthFirst>\\b${months}\\s+${day}\\b(?:,?\\s+${year}\\b)?(?!\\s*(?:%|per\\b)))`,
    `(?<monthYear>\\b${months},?\\s+(?:of\\s+)?${year}\\b)`,
    `(?<month>\\b(?:${monthNames.filter((name) => name !== 'may' && name !== 'march').join('|')})\\b)`,
    `(?<decade>\\b${year.replace('\\d\\d', '\\d0')}s\\b)`,
  ].join('|'),
  'giu',
);

/**
 * Reads one match of {@link datePattern}. `06/10/2014` is the sixth of October, as written in
 * Britain, unless only the other order is a date.
 */
export function readDate(match: RegExpExecArray): DateMeaning {
  const groups = match.groups ?? {};
  const text = match[0].toLowerCase();
  if (groups.decade !== undefined) return date(Number(text.slice(0, 4)), null, null);
  if (groups.iso !== undefined) {
    const [years, month, days] = text.split('-').map(Number);
    return date(years, month, days);
  }
  if (groups.numeric !== undefined) {
    const [first = 0, second = 0, third = 0] = text.split(/[/.-]/).map(Number);
    const full = third < 100 ? third + (third < 50 ? 2000 : 1900) : third;
    return second > 12 ? date(full, first, second) : date(full, second, first);
  }
  const named = /[a-z]{3}/g;
  let month: number | null = null;
  for (const [letters] of text.matchAll(named)) {
    const index = monthNames.findIndex((name) => name.startsWith(letters));
    if (index >= 0) {
      month = index + 1;
      break;
    }
  }
  const years = new RegExp(`\\b${year}\\b`).exec(text)?.[0];
  const days = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text)?.[1];
  return date(years && Number(years), month, days && Number(days));
}

function date(
  years: number | '' | undefined,
  month: number | null | undefined,
  days: number | '' | null | undefined,
): DateMeaning {
  return { kind: 'date', year: years || null, month: month || null, day: days || null };
}
