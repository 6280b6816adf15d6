import type { PageStart } from '../document.ts';
import type { HeadingStart } from '../passage.ts';

/** First and last of the physical pages that a range touches; null for a text without pages. */
export interface PageSpan {
  pageStart: number | null;
  pageEnd: number | null;
}

/**
 * The pages a range of a publication's text touches.
 *
 * @param start UTF-16 code units, @param end exclusive.
 */
export function pageSpanOf(pageStarts: readonly PageStart[], start: number, end: number): PageSpan {
  const first = Math.max(0, lastAtOrBefore(pageStarts, start));
  const last = Math.max(first, lastAtOrBefore(pageStarts, Math.max(start, end - 1)));
  let pageStart: number | null = null;
  let pageEnd: number | null = null;
  for (const { page } of pageStarts.slice(first, last + 1)) {
    pageStart = Math.min(pageStart ?? page, page);
    pageEnd = Math.max(pageEnd ?? page, page);
  }
  return { pageStart, pageEnd };
}

/**
 * The headings above a place in a publication's text, outermost first, without the document's own
 * title (see `isDocumentTitle`).
 */
export function headingPathAt(headings: readonly HeadingStart[], offset: number): string[] {
  const path: HeadingStart[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let index = lastAtOrBefore(headings, offset); index >= 0 && level > 1; index -= 1) {
    const heading = headings[index];
    if (heading === undefined || heading.level >= level) continue;
    level = heading.level;
    if (!isDocumentTitle(headings, index)) path.unshift(heading);
  }
  return path.map((heading) => heading.text);
}

/** A document's only heading of level 1, when no heading comes before it, is its title. */
export function isDocumentTitle(headings: readonly HeadingStart[], index: number): boolean {
  return (
    index === 0 &&
    headings[0]?.level === 1 &&
    !headings.some((heading, other) => other > 0 && heading.level === 1)
  );
}

function lastAtOrBefore(places: readonly { offset: number }[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
