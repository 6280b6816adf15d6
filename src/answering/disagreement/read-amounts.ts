import { createAnalyser } from '../../retrieval/index.ts';
import type { Figure } from '../figures/figure.ts';
import { readFigures } from '../figures/read-figures.ts';

/** So much of something. */
export interface Amount {
  /** `%`, a currency, `hour`, `clock`, or the stem of what is counted. */
  unit: string;
  /** The readings of one notation; lengths of time in hours. */
  values: readonly number[];
  /** Between which it lies: `up to` and `at least` are other statements than the bare figure. */
  bound: 'exact' | 'about' | 'above' | 'below';
}

/** What a text says in figures, and the text without that. */
export interface AmountsRead {
  amounts: Amount[];
  /** Years, months, ordinals and codes: when, and which of several. */
  marks: string[];
  rest: string;
}

const analyser = createAnalyser();
const hours: Readonly<Record<string, number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  fortnight: 336,
  month: 730.5,
  quarter: 2191.5,
  year: 8766,
};
const periods: readonly (readonly [RegExp, string])[] = [
  [/\bevery (day|week|fortnight|month|quarter|year)\b/giu, 'every 1 $1'],
  [/\b(?:daily|each day)\b/giu, 'every 1 day'],
  [/\b(?:weekly|each week)\b/giu, 'every 1 week'],
  [/\b(?:monthly|each month)\b/giu, 'every 1 month'],
  [/\b(?:yearly|annually|each year)\b/giu, 'every 1 year'],
];
const unitAfter = /^[\s-]{0,2}(?:(working|calendar|clinical)\s)?([\p{L}\p{M}\u00b5/]+)/u;
const about = /\b(?:about|around|approximately|nearly|almost|some|roughly|circa)\s$/iu;
const above =
  /\b(?:more than|over|above|at least|exceed(?:s|ed|ing)?|minimum of|greater than)\s$/iu;
const below =
  /\b(?:less than|fewer than|under|below|at most|up to|no more than|maximum of|within)\s$/iu;

/** Reads the amounts of a text, each with its unit. Figures whose unit is not clear are passed over. */
export function readAmounts(text: string): AmountsRead {
  let plain = text.normalize('NFKC');
  for (const [pattern, written] of periods) plain = plain.replace(pattern, written);
  let rest = plain;
  const amounts: Amount[] = [];
  const marks: string[] = [];
  for (const figure of readFigures(plain)) {
    const at = rest.indexOf(figure.text);
    if (at < 0) continue;
    const before = rest.slice(0, at).replaceAll('\u0000', ' ');
    const after = rest.slice(at + figure.text.length);
    const { meaning } = figure;
    const unit = unitOf(figure, after);
    const blank = '\u0000'.repeat(figure.text.length + (unit?.length ?? 0));
    rest = rest.slice(0, at) + blank + after.slice(unit?.length ?? 0);
    if (unit === null) marks.push(...marksOf(figure));
    else if ('values' in meaning) {
      const values = meaning.values.map((value) => value * unit.factor);
      amounts.push({ unit: unit.name, values, bound: boundOf(before) });
    } else if (meaning.kind === 'time') {
      amounts.push({ unit: 'clock', values: [meaning.minutes], bound: boundOf(before) });
    }
  }
  return { amounts, marks, rest: rest.replace(/\0+/g, ' \u00b7 ') };
}

interface Unit {
  name: string;
  /** How much of the unit one is. */
  factor: number;
  /** Characters after the figure. */
  length: number;
}

function unitOf({ text, meaning }: Figure, after: string): Unit | null {
  if (meaning.kind === 'share') return { name: '%', factor: 1, length: 0 };
  if (meaning.kind === 'money') return { name: meaning.currency, factor: 1, length: 0 };
  if (meaning.kind === 'time') return { name: 'clock', factor: 1, length: 0 };
  if (meaning.kind !== 'number' || isYear(text)) return null;
  const [found = '', kind, word = ''] = unitAfter.exec(after) ?? [];
  const factor = hours[word.toLowerCase().replace(/s$/, '')];
  if (factor !== undefined) {
    return { name: `${kind ?? ''} hour`.trim(), factor, length: found.length };
  }
  const [stem] = analyser.terms(word);
  return stem === undefined ? null : { name: stem, factor: 1, length: found.length };
}

function marksOf({ text, meaning }: Figure): string[] {
  switch (meaning.kind) {
    case 'date':
      return [
        ...(meaning.year === null ? [] : [`year ${meaning.year}`]),
        ...(meaning.month === null ? [] : [`month ${meaning.month}`]),
        ...(meaning.day === null ? [] : [`day ${meaning.day}`]),
      ];
    case 'number':
      return meaning.values.map((value) => `${isYear(text) ? 'year' : 'number'} ${value}`);
    case 'ordinal':
      return meaning.values.map((value) => `ordinal ${value}`);
    case 'code':
      return [`code ${meaning.code}`];
    default:
      return [];
  }
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

function boundOf(before: string): Amount['bound'] {
  const near = before.slice(-30);
  if (about.test(near)) return 'about';
  if (above.test(near)) return 'above';
  return below.test(near) ? 'below' : 'exact';
}
