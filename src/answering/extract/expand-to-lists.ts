import type { CharacterRange } from '../answer.ts';

/** Longest stretch that is taken in on either side. */
const reach = 3_000;

/**
 * Extends a range of a publication's text so that it holds lists whole: a list that the range cuts
 * is completed on both sides and gets the paragraph that leads in to it, and a lead-in at the end
 * gets its list. Items are joined by single line ends, as the library stores them.
 */
export function expandToLists(text: string, { start, end }: CharacterRange): CharacterRange {
  return { start: expandBack(text, start), end: expandForward(text, start, end) };
}

function expandBack(text: string, start: number): number {
  const limit = Math.max(0, start - reach);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let first = isItem(text, lineStart) && lineStart >= limit ? lineStart : start;
  while (isTightBreak(text, first - 1)) {
    const before = text.lastIndexOf('\n', first - 2) + 1;
    if (before < limit) return start;
    first = before;
  }
  const lineEnd = text.indexOf('\n', first);
  const isList = first < start || (lineEnd >= 0 && isTightBreak(text, lineEnd));
  const above = text.slice(limit, first).trimEnd();
  if (!isList || !above.endsWith(':')) return first;
  return limit + above.lastIndexOf('\n') + 1;
}

function expandForward(text: string, start: number, end: number): number {
  const limit = Math.min(text.length, end + reach);
  let last = end;
  if (text.slice(start, end).trimEnd().endsWith(':')) {
    const next = text.slice(end, limit).search(/\S/);
    if (next < 0) return end;
    last = endOfLine(text, end + next);
  }
  const lineEnd = endOfLine(text, last);
  if (isItem(text, text.lastIndexOf('\n', last - 1) + 1) && lineEnd <= limit) last = lineEnd;
  while (isTightBreak(text, last)) {
    const after = endOfLine(text, last + 1);
    if (after > limit) return end;
    last = after;
  }
  return last;
}

/** Whether the line that begins here belongs to a list or table of several. */
function isItem(text: string, lineStart: number): boolean {
  return isTightBreak(text, lineStart - 1) || isTightBreak(text, endOfLine(text, lineStart));
}

function isTightBreak(text: string, at: number): boolean {
  return (
    text[at] === '\n' &&
    at > 0 &&
    text[at - 1] !== '\n' &&
    at + 1 < text.length &&
    text[at + 1] !== '\n'
  );
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}
