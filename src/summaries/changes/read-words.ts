import { type Candidate, readFigures } from '../../answering/index.ts';

/** A word of a statement, or a figure with the sign that belongs to it. */
export interface DiffWord {
  /** As it stands in the text. */
  text: string;
  /** What stands between it and the word before it. */
  gap: string;
  /** The same for spellings of one word or number: `Organisation`, `organization`; `ten`, `10`. */
  plain: string;
  kind: 'figure' | 'word';
}

const listMark =
  /^(?:[\u2022\u2023\u25aa\u25cf\u25e6*\u2013-]|\(?(?:\d{1,2}|[a-z]|[A-Z]|[ivx]{1,4})[.)])\s+/u;
const paragraphNumber = /^[A-Z]?\d{1,2}(?:\.\d{1,3})+\.?\s+/u;
const word =
  /[\u00a3$\u20ac]?\d[\d,.:/]*\d(?:\s?%)?|[\u00a3$\u20ac]?\d(?:\s?%)?|[\p{L}\p{M}]+(?:['\u2019][\p{L}]+)?/gu;

/** Words in reading order; hyphens part words. */
export interface StatementWords {
  /** Without the number of a paragraph or the mark of a list. */
  own: DiffWord[];
  /** Of the lead-in of its list or the header of its table; empty without one. */
  lead: DiffWord[];
}

export function readWords({ kind, ranges, source }: Candidate): StatementWords {
  const parts = ranges.map(({ start, end }) =>
    source.text.slice(start - source.characterStart, end - source.characterStart),
  );
  const own = parts.pop() ?? '';
  const mark = kind === 'list-item' ? listMark : paragraphNumber;
  return { own: wordsOf(own.replace(mark, '')), lead: wordsOf(parts.join(' ')) };
}

function wordsOf(given: string): DiffWord[] {
  const text = given.replace(/\s+/g, ' ');
  let end = 0;
  return Array.from(text.matchAll(word), (found) => {
    const gap = text.slice(end, found.index);
    end = found.index + found[0].length;
    return { text: found[0], gap, ...meaningOf(found[0]) };
  });
}

/** Words as they stand in the text. */
export function textOfWords(words: readonly DiffWord[]): string {
  return words.map(({ text, gap }, index) => (index === 0 ? text : gap + text)).join('');
}

function meaningOf(text: string): Pick<DiffWord, 'plain' | 'kind'> {
  if (/\d/u.test(text)) {
    return { plain: text.replace(/[,\s]/g, ''), kind: 'figure' };
  }
  const lower = text.toLowerCase().replaceAll('\u2019', "'");
  const number = numberOf(lower);
  if (number !== null) return { plain: number, kind: 'figure' };
  return { plain: plainSpelling(lower), kind: 'word' };
}

const numbers = new Map<string, string | null>();

/** `ten` is `10`; null for what is no number. What has been looked up is remembered. */
function numberOf(lower: string): string | null {
  const known = numbers.get(lower);
  if (known !== undefined) return known;
  const [figure] = lower === 'a' || lower.length > 12 ? [] : readFigures(lower);
  const number =
    figure !== undefined && figure.meaning.kind === 'number' && figure.text === lower
      ? String(figure.meaning.values[0])
      : null;
  if (numbers.size < mostRemembered) numbers.set(lower, number);
  return number;
}

const mostRemembered = 50_000;

/** American and British endings alike. */
function plainSpelling(lower: string): string {
  return lower
    .replace(/isation(s?)$/u, 'ization$1')
    .replace(/(?<=\p{L}{3})is(e[sd]?|ing)$/u, 'iz$1')
    .replace(/our(s?|ed|ing|al)$/u, 'or$1')
    .replace(/^programme(s?)$/u, 'program$1')
    .replace(/tre(s?)$/u, 'ter$1');
}
