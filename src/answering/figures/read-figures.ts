import type { Figure, FigureMeaning } from './figure.ts';
import { cardinalWords, ordinalWords, readNumberWords, scales, tensWords } from './number-words.ts';
import { datePattern, readDate } from './read-dates.ts';

const anyOf = (words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).join('|');
const scaleWords = Object.keys(scales).join('|');
const smallNumber = `(?:(?:${tensWords.join('|')})(?:[\\s-](?:${cardinalWords.slice(1, 10).join('|')}))?|${anyOf(cardinalWords)})`;
const scaled = `(?:[\\s-](?:${scaleWords})(?:\\s(?:and\\s)?${smallNumber})?)`;
const wordNumber = `(?:${smallNumber}${scaled}*|a${scaled}+)`;
const digits =
  '\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,30}(?:\\.\\d{1,30})?';
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
};
const partWords = anyOf(Object.keys(parts));
const currencies: Readonly<Record<string, string>> = {
  '\u00a3': 'pound',
  $: 'dollar',
  '\u20ac': 'euro',
  gbp: 'pound',
  usd: 'dollar',
  eur: 'euro',
  pound: 'pound',
  pounds: 'pound',
  sterling: 'pound',
  dollar: 'dollar',
  dollars: 'dollar',
  euro: 'euro',
  euros: 'euro',
};
const suffixes: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
};

const time =
  /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\s?[ap]\.?m\b\.?|\b(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?|\b(?:[01]?\d|2[0-3]):[0-5]\d\b/giu;
const fraction = new RegExp(
  `\\b(?:(?<count>an?|${cardinalWords.slice(1, 20).join('|')})[\\s-]+)?(?<part>${partWords})\\b(?![\\s-]+(?:party|parties|sector|reading|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))|\\b(?<over>\\d{1,3})/(?<under>\\d{1,3})\\b(?!/)`,
  'giu',
);
const code =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]{0,40}\p{L})(?=[\p{L}\p{N}-]{0,40}\p{N})(?:\p{L}+-?\p{N}[\p{L}\p{N}]*|\p{N}+\p{Lu}[\p{L}\p{N}]*)(?![\p{L}\p{N}])/gu;
const amount = new RegExp(
  `(?<sign>\u00a3|\\$|\u20ac|\\b(?:GBP|USD|EUR)\\s?)?(?<number>${digits}|\\b${wordNumber}\\b)(?:(?<suffix>k|mn|m|bn|b|tn)(?![\\p{L}\\p{N}])|[\\s-]?(?<scale>${scaleWords})s?\\b)?(?:(?<ordinal>st|nd|rd|th)\\b)?(?:\\s?(?<share>%|per\\s?cent(?:age)?\\b|percent(?:age)?\\b)|\\s(?<currency>pounds?|dollars?|euros?|sterling)\\b)?`,
  'giu',
);
/** `10–20%`: the first number is a share too; not the year in `58% in 2021 to 19% in 2023`. */
const shareRange =
  /(\b(?!(?:19|20)\d\d\b)\d{1,30}(?:\.\d{1,30})?)(\s?(?:[-\u2013\u2014]|to\b|and\b)\s?\d{1,30}(?:\.\d{1,30})?\s?(?:%|per\s?cent))/giu;
const ordinal = new RegExp(
  `\\b(?:(?:${tensWords.join('|')})-)?(?:${anyOf(ordinalWords)})\\b`,
  'giu',
);

/** Every figure of a text, in words or digits, in order of kind. Linear in the text's length. */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  let rest = text
    .replace(/\u00bd/g, ' 1/2')
    .replace(/\u00bc/g, ' 1/4')
    .replace(/\u00be/g, ' 3/4')
    .normalize('NFKC')
    .replace(shareRange, '$1%$2');
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => FigureMeaning | null): void => {
    pattern.lastIndex = 0;
    rest = rest.replace(pattern, (...found) => {
      const groups = found.at(-1) as Record<string, string | undefined>;
      const matched = String(found[0]);
      const match = Object.assign([matched], {
        groups,
        index: 0,
        input: matched,
      }) as unknown as RegExpExecArray;
      const meaning = read(match);
      if (meaning === null) return matched;
      figures.push({ text: matched.trim(), meaning });
      return ' \u0000 ';
    });
  };
  take(datePattern, readDate);
  take(time, (match) => ({ kind: 'time', minutes: minutesOf(match[0]) }));
  take(code, (match) => readCode(match[0]));
  take(fraction, readFraction);
  take(ordinal, (match) => {
    const read = readNumberWords(match[0]);
    return read === null ? null : { kind: 'ordinal', values: [read.value] };
  });
  take(amount, readAmount);
  return figures;
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.match(/\d+/g)?.map(Number) ?? [];
  const isAfternoon = /p\.?m/i.test(text);
  const isMorning = /a\.?m/i.test(text);
  const onClock = isAfternoon || isMorning ? hours % 12 : hours;
  return (onClock + (isAfternoon ? 12 : 0)) * 60 + minutes;
}

/** A unit glued to its number (`5mg`) is no code, and neither are `1st`, `£5m`. */
function readCode(text: string): FigureMeaning | null {
  if (/^\d/.test(text) && !/^\d+\p{Lu}/u.test(text)) return null;
  return { kind: 'code', code: text.toLowerCase().replaceAll('-', '') };
}

function readFraction(match: RegExpExecArray): FigureMeaning | null {
  const { count, part, over, under } = match.groups ?? {};
  if (over !== undefined && under !== undefined) {
    return Number(under) === 0 ? null : { kind: 'share', values: [Number(over) / Number(under)] };
  }
  const below = parts[part?.toLowerCase() ?? ''];
  if (below === undefined) return null;
  // "The third paper", "a second quarter": only "half" and counted parts are fractions.
  const isCounted = count !== undefined;
  if (!isCounted && below !== 2) return null;
  const above = count === undefined || /^an?$/i.test(count) ? 1 : readNumberWords(count)?.value;
  return above === undefined ? null : { kind: 'share', values: [above / below] };
}

function readAmount(match: RegExpExecArray): FigureMeaning | null {
  const { sign, number = '', suffix, scale, ordinal: nth, share, currency } = match.groups ?? {};
  const isWord = !/\d/.test(number);
  const base = isWord
    ? readNumberWords(number)?.value
    : Number(number.replace(/[,\s\u00a0\u202f]/g, ''));
  if (base === undefined) return null;
  // "One of the papers" counts nothing.
  if (isWord && base === 1 && /^one$/i.test(number) && !scale && !share && !currency) return null;
  const scaled = base * (scales[scale?.toLowerCase() ?? ''] ?? 1);
  const suffixed = suffix === undefined ? null : base * (suffixes[suffix.toLowerCase()] ?? 1);
  if (share !== undefined) return { kind: 'share', values: [scaled / 100] };
  const unit = currencies[(sign ?? currency ?? '').trim().toLowerCase()];
  if (unit !== undefined) return { kind: 'money', currency: unit, values: [suffixed ?? scaled] };
  if (nth !== undefined) return { kind: 'ordinal', values: [scaled] };
  return { kind: 'number', values: suffixed === null ? [scaled] : [scaled, suffixed] };
}
