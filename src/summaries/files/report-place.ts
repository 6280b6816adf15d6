import type { Claim, Quote } from '../../answering/index.ts';
import type { Report } from '../report.ts';
import { pagesOf } from './publication-words.ts';

/**
 * Where a statement is from, to stand behind it: ` (p. 3)` in a report on one publication,
 * ` [2, p. 3]` in others, ` [1]` where there are no pages.
 */
export function citationOf({ citations, quotes }: Claim, { sources }: Report): string {
  const parts = citations.flatMap((number) => {
    const publication = sources.find((source) => source.number === number)?.publication;
    if (publication === undefined) return [];
    const own = quotes.filter(({ publicationId }) => publicationId === publication.id);
    const pages = pagesOf(publication, pagesOfQuotes(own), false);
    if (pages === null) return [`[${number}]`];
    return [sources.length === 1 ? `(${pages})` : `[${number}, ${pages}]`];
  });
  return parts.map((part) => ` ${part}`).join('');
}

/** Physical pages, ascending, each once. */
export function pagesOfQuotes(quotes: readonly Quote[]): number[] {
  const pages = quotes.flatMap(({ pageStart, pageEnd }) => {
    if (pageStart === null) return [];
    const last = Math.max(pageStart, pageEnd ?? pageStart);
    return Array.from({ length: last - pageStart + 1 }, (_, index) => pageStart + index);
  });
  return [...new Set(pages)].sort((one, other) => one - other);
}
