import type { PageStart } from '../../library/index.ts';
import type { CharacterRange } from '../answer.ts';

/**
 * First and last physical page that ranges of a publication's text touch; null without pages.
 *
 * @param ranges ascending, not empty ranges.
 */
export function pagesOf(
  ranges: readonly CharacterRange[],
  pageStarts: readonly PageStart[],
): { pageStart: number | null; pageEnd: number | null } {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined || pageStarts.length === 0) {
    return { pageStart: null, pageEnd: null };
  }
  return {
    pageStart: pageAt(first.start, pageStarts),
    pageEnd: pageAt(last.end - 1, pageStarts),
  };
}

/** Binary search for the last page that begins at or before `offset`. */
function pageAt(offset: number, pageStarts: readonly PageStart[]): number | null {
  let low = 0;
  let high = pageStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pageStarts[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pageStarts[low]?.page ?? null;
}
