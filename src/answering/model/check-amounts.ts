import { rewriteBounds } from '../quotes/rewrite-bounds.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

const number =
  '[\\u00a3$\\u20ac]?\\d[\\d,]*(?:\\.\\d+)?(?:%|(?:k|m|bn)\\b)?|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b';
const units =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|mcg|micrograms?|mg|milligrams?|grams?|kg|ml|millilitres?|litres?|metres?|miles?|km|kilometres?|points?|percentage points?';
const about = '(?:about |around |nearly |almost |some |an? )?';

const withUnit = new RegExp(`(${number})[\\s-](${units})\\b`, 'giu');
const withBound = new RegExp(`\\b(atmost|atleast) ${about}(${number})`, 'giu');
/** `By 2021` and `to 20:00` are times. */
const withRole = new RegExp(
  `\\b(by|from|to) ${about}(?!(?:19|20)\\d\\d\\b|\\d{1,2}[:.]\\d\\d\\b|\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(${number})`,
  'giu',
);
const withYear = new RegExp(
  `((?!(?:19|20)\\d\\d\\b)(?:${number}))(?:[\\s-](?:${units}))? in ((?:19|20)\\d\\d)\\b`,
  'giu',
);
const saysLimit =
  /\b(?:limit\w*|maximum|minimum|cap(?:s|ped)?|ceiling|threshold|or (?:more|less|fewer|under|over|above|below)|than|exceed\w*)\b/iu;
/** How often. */
const periods: readonly RegExp[] = ['day', 'week', 'month', 'quarter', 'year'].map(
  (period) =>
    new RegExp(
      `\\b(?:(?:an?|per|each|every|once a) ${period}|${period === 'day' ? 'dai' : period}ly${period === 'year' ? '|annual(?:ly)?' : ''}${period === 'day' ? '|each morning|every morning' : ''})\\b`,
      'iu',
    ),
);
const limit =
  /\b(?:limit|maximum|minimum|threshold|as (?:many|much|few|little) as|no more|not exceed)/iu;

/**
 * Whether the amounts of a claim mean what those of its quotes mean: the same unit (`72 hours`, not
 * `72 minutes`), the same side of a limit (`at least 80%`, not `up to 80%`), as often, a change by so much or
 * to so much, and the same year. That the figures themselves are there is another check's concern.
 */
export function checkAmounts({ text, quotes }: CheckedClaim): ClaimFailure | null {
  const quoted = quotes.map((quote) => quote.text).join('\n');
  const bounded = rewriteBounds(text);
  const boundedQuotes = rewriteBounds(quoted);
  const wrong =
    differs(pairs(withUnit, text, 1, 2, unitOf), pairs(withUnit, quoted, 1, 2, unitOf)) ??
    differs(pairs(withBound, bounded, 2, 1), pairs(withBound, boundedQuotes, 2, 1)) ??
    differs(pairs(withRole, text, 2, 1, roleOf), pairs(withRole, quoted, 2, 1, roleOf)) ??
    differs(pairs(withYear, text, 1, 2), pairs(withYear, quoted, 1, 2)) ??
    boundFromNowhere(bounded, boundedQuotes) ??
    boundLost(bounded, boundedQuotes) ??
    otherPeriod(text, quoted);
  if (wrong === null) return null;
  return {
    code: 'figures',
    problem: `The quotes give ${excerpt(wrong)} with another unit, limit, year or meaning.`,
  };
}

/** What stands with each figure, by the figure. */
function pairs(
  pattern: RegExp,
  text: string,
  figureGroup: number,
  otherGroup: number,
  read: (other: string) => string = (other) => other,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const match of text.toLowerCase().matchAll(pattern)) {
    const figure = (match[figureGroup] ?? '').replaceAll(',', '');
    const others = found.get(figure) ?? new Set();
    found.set(figure, others.add(read(match[otherGroup] ?? '')));
  }
  return found;
}

/** The first figure of which a claim says nothing that its quotes say. */
function differs(
  said: ReadonlyMap<string, ReadonlySet<string>>,
  stated: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  for (const [figure, others] of said) {
    const known = stated.get(figure);
    if (known !== undefined && ![...others].every((other) => known.has(other))) return figure;
  }
  return null;
}

/** `At least 80%` of a plain `80%`. */
function boundFromNowhere(text: string, quoted: string): string | null {
  if (limit.test(quoted)) return null;
  const stated = pairs(withBound, quoted, 2, 1);
  const plain = quoted.toLowerCase().replaceAll(',', '');
  for (const figure of pairs(withBound, text, 2, 1).keys()) {
    if (!stated.has(figure) && /\d/.test(figure) && plain.includes(figure)) return figure;
  }
  return null;
}

/** `2%` of `at most 2%`. */
function boundLost(text: string, quoted: string): string | null {
  if (saysLimit.test(text)) return null;
  const said = pairs(withBound, text, 2, 1);
  const [plain, stated] = [text, quoted].map((each) => each.toLowerCase().replaceAll(',', ''));
  for (const figure of pairs(withBound, quoted, 2, 1).keys()) {
    if (!/\d/.test(figure) || said.has(figure)) continue;
    // `In 24 hours` for `within 24 hours`.
    if (countOf(`(?:in|by|before|after) ${about}${figure}`, plain) > 0) continue;
    const isBoundAlways =
      countOf(figure, stated) === countOf(`(?:atmost|atleast) ${about}${figure}`, stated);
    if (isBoundAlways && countOf(figure, plain) > 0) return figure;
  }
  return null;
}

function countOf(pattern: string, text = ''): number {
  const literal = pattern.replace(/[$.]/g, '\\$&');
  return [...text.matchAll(new RegExp(`(?<![\\d.])${literal}(?![\\d%]|\\.\\d)`, 'gu'))].length;
}

/** `Once a month` of `once a year`. */
function otherPeriod(text: string, quoted: string): string | null {
  if (!periods.some((period) => period.test(quoted))) return null;
  const other = periods.find((period) => period.test(text) && !period.test(quoted));
  return other?.exec(text)?.[0] ?? null;
}

const unitOf = (unit: string): string => unit.replace(/^percentage /u, '').replace(/s$/u, '');
const roleOf = (role: string): string => (role === 'by' ? 'by' : 'from or to');
