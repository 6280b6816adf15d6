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
 * sentence is cut or text is left out; without a heading of what follows the context. Null when the publication no longer says at the quote's
 * place what was quoted.
 */
export function quoteContext(
  { ranges, text: quoted }: Pick<Quote, 'ranges' | 'text'>,
  { text, headings }: Pick<PublicationText, 'text' | 'headings'>,
): ContextPart[] | null {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined || !stillStands(ranges, quoted, text)) return null;
  const parts: ContextPart[] = [{ text: before(text, first.start), quoted: false }];
  for (const [index, { start, end }] of ranges.entries()) {
    const previous = ranges[index - 1];
    if (previous !== undefined) {
      parts.push({ text: between(text, previous.end, start), quoted: false });
    }
    parts.push({ text: text.slice(start, end), quoted: true });
  }
  parts.push({
    text: withoutLastHeadings(after(text, last.end), last.end, headings),
    quoted: false,
  });
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

function before(text: string, end: number): string {
  const from = Math.max(0, end - lookAround);
  const earliest = Math.max(0, end - around);
  const sentence = splitSentences(text.slice(from, end)).find(
    ({ start }) => from + start >= earliest,
  );
  // The first sentence of the stretch looked at begins before it, unless the text does.
  if (sentence !== undefined) return text.slice(from + sentence.start, end);
  if (earliest === 0) return text.slice(0, end);
  const word = text.slice(earliest, end).search(/\s/);
  return word < 0 ? '… ' : `…${text.slice(earliest + word, end)}`;
}

function after(text: string, start: number): string {
  const stretch = text.slice(start, start + lookAround);
  const sentence = splitSentences(stretch).findLast(({ end }) => end <= around);
  const reached = start + around >= text.length;
  if (reached) return text.slice(start).trimEnd();
  if (sentence !== undefined) return text.slice(start, start + sentence.end);
  const word = text.slice(start, start + around).search(/\s\S*$/);
  return word < 0 ? ' …' : `${text.slice(start, start + word)} …`;
}

/** The stretch that begins at `start`, without the headings it ends with: they head what is not shown. */
function withoutLastHeadings(
  stretch: string,
  start: number,
  headings: readonly HeadingStart[],
): string {
  let shown = stretch;
  for (const { offset, text } of headings.toReversed()) {
    const at = offset - start;
    if (at < 0 || at > shown.length) continue;
    if (shown.slice(at).trim() !== text.trim()) break;
    shown = shown.slice(0, at).trimEnd();
  }
  return shown;
}

function between(text: string, start: number, end: number): string {
  if (end - start <= mostBetween) return text.slice(start, end);
  return `${after(text, start)} … ${before(text, end)}`;
}
