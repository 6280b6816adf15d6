import type { Quote } from '../answering/index.ts';
import type { PageStart, PublicationText } from '../library/index.ts';

/**
 * Checks a quote against the stored text again, without any of the code that made it: what stands
 * at its ranges, joined where something was left out, is what it says, and its pages are the ones
 * those ranges are on. Only runs of white space may differ.
 *
 * @param stored null when the publication does not exist, which no quote survives.
 */
export function recheckQuote(quote: Quote, stored: PublicationText | null): boolean {
  if (stored === null || quote.ranges.length === 0 || quote.text.trim() === '') return false;
  let reached = 0;
  for (const { start, end } of quote.ranges) {
    const isWhole = Number.isInteger(start) && Number.isInteger(end);
    if (!isWhole || start < reached || end <= start || end > stored.text.length) return false;
    reached = end;
  }
  const standing = quote.ranges.map(({ start, end }) => stored.text.slice(start, end));
  if (plain(standing.join(' … ')) !== plain(quote.text)) return false;

  const first = quote.ranges[0]?.start ?? 0;
  return (
    quote.pageStart === pageAt(stored.pageStarts, first) &&
    quote.pageEnd === pageAt(stored.pageStarts, reached - 1)
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function pageAt(pageStarts: readonly PageStart[], offset: number): number | null {
  const page = pageStarts.findLast((start) => start.offset <= offset) ?? pageStarts[0];
  return page?.page ?? null;
}
