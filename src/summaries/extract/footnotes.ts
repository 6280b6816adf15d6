import type { PublicationText } from '../../library/index.ts';

const numbered = /^\d{1,3}\s+(?=[\p{Lu}\u2018\u201c'"]|https?:)/u;
/** From this share of numbered paragraphs on, numbers are how the publication counts them. */
const countedShare = 0.5;

/**
 * Tells which places are in footnotes: paragraphs that begin with a bare number and have nothing but
 * others of the kind between them and the end of their section, which is where they are put.
 */
export function isFootnoteOf({ text, headings }: PublicationText): (offset: number) => boolean {
  const ends = new Set(headings.map(({ offset }) => offset));
  const paragraphs = Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    isNumbered: numbered.test(line),
    endsSection: ends.has(index),
  }));
  const counted = paragraphs.filter(({ isNumbered }) => isNumbered).length;
  if (counted > paragraphs.length * countedShare) return () => false;
  const notes: { start: number; end: number }[] = [];
  let isTail = true;
  for (const { start, end, isNumbered, endsSection } of paragraphs.toReversed()) {
    if (isTail && isNumbered) notes.push({ start, end });
    isTail = endsSection || (isTail && isNumbered);
  }
  const starts = notes.reverse();
  return (offset) => {
    const at = starts.findLastIndex(({ start }) => start <= offset);
    return at >= 0 && offset < (starts[at]?.end ?? 0);
  };
}
