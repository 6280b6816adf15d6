import type { SentenceRange } from './split-sentences.ts';

const bytesPerToken = 4;
/** A clause or word end before this share of the room is not worth cutting at. */
const leastFilled = 0.4;

/**
 * Cuts what is too long to be one unit, after clauses (`;` `:` `,` dashes and cell borders) where
 * there are any, else between words, else between characters. Pieces leave only white space
 * between them.
 *
 * @param longest in estimated tokens, see `estimateTokens`.
 */
export function cutAtClauses(text: string, range: SentenceRange, longest: number): SentenceRange[] {
  const room = longest * bytesPerToken;
  const pieces: SentenceRange[] = [];
  let start = range.start;
  let clause = start;
  let word = start;
  let bytes = 0;
  for (let position = start; position < range.end; ) {
    const point = text.codePointAt(position) ?? 0;
    const size = byteLength(point);
    if (bytes + size > room && position > start) {
      const filled = start + (position - start) * leastFilled;
      const cut = clause > filled ? clause : word > filled ? word : position;
      push(pieces, text, start, cut);
      start = cut;
      position = cut;
      clause = cut;
      word = cut;
      bytes = 0;
      continue;
    }
    const next = position + (point > 0xffff ? 2 : 1);
    if (isSpace(point)) {
      word = next;
      if (endsClause(text.charCodeAt(position - 1))) clause = next;
    }
    bytes += size;
    position = next;
  }
  push(pieces, text, start, range.end);
  return pieces;
}

function push(pieces: SentenceRange[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  if (to > from) pieces.push({ start: from, end: to });
}

function byteLength(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point > 0xffff ? 4 : 3;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x2028;
}

/** Comma, semicolon, colon, en and em dash, vertical bar. */
function endsClause(code: number): boolean {
  return [0x2c, 0x3b, 0x3a, 0x2013, 0x2014, 0x7c].includes(code);
}
