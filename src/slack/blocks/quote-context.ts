import type { CharacterRange, Quote } from '../../answering/index.ts';
import { type HeadingStart, type PublicationText, splitSentences } from '../../library/index.ts';

/** Characters shown on each side of a quote, about. */
const around = 300;
/** How far beyond that a sentence's beginning or end is looked for. */
const lookAround = 1_200;
/** Text between the parts of one quote is shown whole up to this length. */
const mostBetween = 2 * around;

/** A stretch of a publication's text, quoted or around a quote. */
export interface ContextPart {
  text: string;
  quoted: boolean;
}

/**
 * A quote with the text around it, whole sentences where they are not very long; `…` where a
 * sentence is cut or text is left out. Around it is only what stands in the same section. Null when the publication no longer says at the quote's
 * place what was quoted.
 */
export function quoteContext(
  { ranges, text: quoted }: Pick<Quote, 'ranges' | 'text'>,
  { text, headings }: Pick<PublicationText, 'text' | 'headings'>,
): ContextPart[] | null {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined || !stillStands(ranges, quoted, text)) return null;
  const section = sectionAround(headings, first.start, last.end, text.length);
  const leading = before(text, section.start, first.start);
  const parts: ContextPart[] = [{ text: leading, quoted: false }];
  for (const [index, { start, end }] of ranges.entries()) {
    const previous = ranges[index - 1];
    if (previous !== undefined) {
      parts.push({ text: between(text, previous.end, start), quoted: false });
    }
    parts.push({ text: text.slice(start, end), quoted: true });
  }
  parts.push({ text: after(text, last.end, section.end), quoted: false });
  return parts.filter((part) => part.text !== '');
}

function stillStands(ranges: readonly CharacterRange[], quoted: string, text: string): boolean {
  let reached = 0;
  for (const { start, end } of ranges) {
    if (start < reached || end <= start || end > text.length) return false;
    reached = end;
  }
  const standing = ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return oneLine(standing) === oneLine(quoted);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function before(text: string, limit: number, end: number): string {
  const from = Math.max(limit, end - lookAround);
  const earliest = Math.max(limit, end - around);
  const sentence = splitSentences(text.slice(from, end)).find(
    ({ start }) => from + start >= earliest,
  );
  // The first sentence of the stretch looked at begins before it, unless the section does.
  if (sentence !== undefined) return text.slice(from + sentence.start, end);
  if (earliest === limit) return text.slice(limit, end).trimStart();
  const word = text.slice(earliest, end).search(/\s/);
  return word < 0 ? '… ' : `…${text.slice(earliest + word, end)}`;
}

function after(text: string, start: number, limit: number): string {
  const stretch = text.slice(start, Math.min(limit, start + lookAround));
  const sentence = splitSentences(stretch).findLast(({ end }) => end <= around);
  if (start + around >= limit) return text.slice(start, limit).trimEnd();
  if (sentence !== undefined) return text.slice(start, start + sentence.end);
  const word = text.slice(start, start + around).search(/\s\S*$/);
  return word < 0 ? ' …' : `${text.slice(start, start + word)} …`;
}

/** From the end of the heading above the quote to the next heading below it. */
function sectionAround(
  headings: readonly HeadingStart[],
  from: number,
  to: number,
  length: number,
): CharacterRange {
  const above = headings.findLast(({ offset }) => offset <= from);
  const below = headings.find(({ offset }) => offset >= to);
  const start = above === undefined ? 0 : Math.min(from, above.offset + above.text.length);
  return { start, end: below?.offset ?? length };
}

function between(text: string, start: number, end: number): string {
  if (end - start <= mostBetween) return text.slice(start, end);
  return `${after(text, start, end)} … ${before(text, start, end)}`;
}
