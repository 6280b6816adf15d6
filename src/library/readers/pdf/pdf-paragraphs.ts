import { markerOf } from './pdf-markers.ts';
import type { Measures } from './pdf-measures.ts';
import type { Line } from './pdf-text.ts';

const endsSentence = /[.!?:;…]["'”’)\]]*$/;

/** True when a line goes on with the paragraph or list item above it, in the same column. */
export function runsOn(
  paragraph: readonly [Line, ...Line[]],
  line: Line,
  measures: Measures,
): boolean {
  const [first] = paragraph;
  const above = paragraph.at(-1) ?? first;
  const distance = line.y - above.y;
  if (distance <= 0 || line.columnX0 !== above.columnX0)
    return runsOnOverBreak(above, line, measures);
  if (Math.abs(line.size - above.size) > above.size * 0.08) return false;
  if (distance > measures.leadingOf(line.size) * 1.3) return false;
  const marker = markerOf(first);
  if (marker) {
    const hangs = line.x0 > first.x0 + line.size * 0.5;
    return hangs || (!isShort(above) && !endsSentence.test(above.text));
  }
  const indent = line.x0 - above.x0;
  const rightToLeft = line.segments.some((segment) => segment.rightToLeft);
  if (!rightToLeft && indent > line.size * 0.8)
    return !endsSentence.test(above.text) && isCentred(line);
  if (isShort(above) && endsSentence.test(above.text)) return false;
  if (isVeryShort(above) && !/^\p{Ll}/u.test(line.text)) return false;
  return true;
}

/** A number that only happens to stand at the start of a line, in the midst of a sentence. */
export function isInSentence(
  paragraph: readonly [Line, ...Line[]],
  line: Line,
  measures: Measures,
): boolean {
  const above = paragraph.at(-1) ?? paragraph[0];
  const inner = line.segments.length === 1 && /^\(?[\da-z]/i.test(line.text);
  const sameEdge = Math.abs(line.x0 - above.x0) < line.size * 0.5;
  const close = line.y > above.y && line.y - above.y <= measures.leadingOf(line.size) * 1.15;
  return inner && sameEdge && close && !isShort(above) && !endsSentence.test(above.text);
}

/** The same over the end of a column or page: more careful, for anything may stand between. */
export function runsOnOverBreak(above: Line, line: Line, measures: Measures): boolean {
  if (markerOf(line) !== null) return false;
  if (line.page === above.page && line.columnX0 === above.columnX0 && line.y > above.y)
    return false;
  if (line.page > above.page + 1) return false;
  if (Math.abs(line.size - above.size) > above.size * 0.08) return false;
  if (Math.abs(above.size - measures.bodySize) > measures.bodySize * 0.15) return false;
  if (/[-\u00ad]$/.test(above.text) && /^\p{Ll}/u.test(line.text)) return true;
  if (endsSentence.test(above.text)) return false;
  return /^[\p{Ll}(]/u.test(line.text) || !isShort(above);
}

function isShort(line: Line): boolean {
  const width = line.columnX1 - line.columnX0;
  return line.columnX1 - line.x1 > width * 0.18;
}

function isVeryShort(line: Line): boolean {
  const width = line.columnX1 - line.columnX0;
  return line.x1 - line.x0 < width * 0.45;
}

function isCentred(line: Line): boolean {
  const left = line.x0 - line.columnX0;
  const right = line.columnX1 - line.x1;
  return left > line.size * 2 && Math.abs(left - right) < line.size * 2;
}
