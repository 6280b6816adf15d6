import { markerOf } from './pdf-markers.ts';
import type { Measures } from './pdf-measures.ts';
import type { Line } from './pdf-text.ts';

const largerShare = 1.12;
const longestHeading = 220;
const mostLines = 4;
const lowestLevel = 6;

/** Consecutive lines that are one heading. */
export interface FoundHeading {
  /** Index after its last line. */
  end: number;
  lines: Line[];
}

/**
 * The heading that begins at a line, if one does: larger than running text, or bold and by itself.
 */
export function headingAt(
  lines: readonly Line[],
  start: number,
  measures: Measures,
): FoundHeading | null {
  const first = lines[start];
  if (!first || !looksLikeHeading(first, measures)) return null;
  const group = [first];
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const above = lines[end - 1];
    if (!line || !above || !isSameStyle(line, first) || line.page !== above.page) break;
    const distance = line.y - above.y;
    if (distance <= 0 || distance > first.size * 1.6 || markerOf(line) !== null) break;
    group.push(line);
  }
  const text = group.map((line) => line.text).join(' ');
  if (text.length > longestHeading || group.length > mostLines) return null;
  if (!/\p{L}{2}/u.test(text) || isSentence(text, first, measures)) return null;
  return { end, lines: group };
}

function looksLikeHeading(line: Line, measures: Measures): boolean {
  const marker = markerOf(line);
  if (
    line.segments.length > 1 &&
    marker?.kind !== 'section-number' &&
    marker?.kind !== 'item-number'
  ) {
    return false;
  }
  if (marker?.kind === 'bullet') return false;
  if (/https?:\/\/|www\./.test(line.text)) return false;
  if (line.size >= measures.bodySize * largerShare || isNamedSection(line)) return true;
  return line.bold && line.size >= measures.bodySize * 0.96;
}

/** `Recommendation 1: …`, set like the text around it but on a line of its own. */
function isNamedSection(line: Line): boolean {
  const named =
    /^(?:recommendation|chapter|appendix|annex|part|section|case study|box)\s+(?:\d{1,2}|[A-Z])\s?(?:[:.–—]\s+\p{Lu}|$)/iu;
  return named.test(line.text) && !/[.;,]$/.test(line.text);
}

/** Emphasised sentences are no headings; a question may be one. */
function isSentence(text: string, line: Line, measures: Measures): boolean {
  if (/^[\p{Ll},;)]/u.test(text) && line.size < measures.bodySize * 1.4) return true;
  if (!/[.,;:]["”’)]?$/.test(text)) return false;
  return text.split(/\s+/).length > 8 || /[,;]$/.test(text);
}

function isSameStyle(one: Line, other: Line): boolean {
  return one.bold === other.bold && Math.abs(one.size - other.size) < 0.6;
}

/**
 * Levels of a document's headings by their looks: 1 for the largest on the first page with text (its
 * title), then 2 for the largest style of all others and so on; bold ranks above plain of one size.
 *
 * @param headings - First line of each heading, in the order of reading.
 */
export function headingLevels(headings: readonly Line[], firstPage: number): Map<Line, number> {
  const onFirstPage = headings.filter((line) => line.page === firstPage);
  const largest = Math.max(0, ...onFirstPage.map((line) => line.size));
  const title = onFirstPage.find((line) => line.size === largest);
  const rest = headings.filter((line) => line !== title);
  const styles: { looks: Line; pages: Set<number> }[] = [];
  for (const line of [...rest].sort(byRank)) {
    const last = styles.at(-1);
    if (last && isSameStyle(line, last.looks)) last.pages.add(line.page);
    else styles.push({ looks: line, pages: new Set([line.page]) });
  }
  // A style of one page only (a cover) takes no level of its own from those that structure the text.
  const common = styles.filter(({ pages }) => pages.size > 1);
  const ranked = (common.length > 0 ? common : styles).map(({ looks }) => looks);
  const level = (line: Line) => {
    const rank = ranked.findIndex((looks) => isSameStyle(looks, line) || byRank(line, looks) < 0);
    return Math.min(lowestLevel, 2 + (rank < 0 ? ranked.length : rank));
  };
  return new Map(headings.map((line) => [line, line === title ? 1 : level(line)]));
}

function byRank(one: Line, other: Line): number {
  return other.size - one.size || Number(other.bold) - Number(one.bold);
}
