import type { Claim, Quote } from '../../answering/index.ts';
import type { Report } from '../report.ts';
import { cleanText } from './clean-text.ts';
import { pagesOf } from './publication-words.ts';

const longestSection = 80;

/**
 * Where a statement is from, to stand behind it: ` (p. 3)` where it is plain of which publication,
 * ` [2, p. 3]` elsewhere; without pages the section, ` (“Outcomes”)`.
 *
 * @param isNamed whether the publication is named next to it, as in reports on one.
 * @param under the heading that it stands under, which need not be said again.
 */
export function citationOf(
  { citations, quotes }: Claim,
  { sources }: Pick<Report, 'sources'>,
  {
    isNamed = sources.length === 1,
    under = null,
  }: { isNamed?: boolean; under?: string | null } = {},
): string {
  const parts = citations.flatMap((number) => {
    const publication = sources.find((source) => source.number === number)?.publication;
    if (publication === undefined) return [];
    const own = quotes.filter(({ publicationId }) => publicationId === publication.id);
    const place =
      pagesOf(publication, pagesOfQuotes(own), false) ?? sectionOf(own, [under, publication.title]);
    if (isNamed && citations.length === 1) return place === null ? [] : [`(${place})`];
    return [place === null ? `[${number}]` : `[${number}, ${place}]`];
  });
  return parts.map((part) => ` ${part}`).join('');
}

/** The section that quotes begin in, unless it is one of these. */
function sectionOf([quote]: readonly Quote[], known: readonly (string | null)[]): string | null {
  const heading = cleanText(quote?.headingPath.at(-1) ?? '');
  if (heading === '' || known.some((each) => each !== null && cleanText(each) === heading))
    return null;
  const shown =
    heading.length <= longestSection
      ? heading
      : `${heading.slice(0, longestSection).toWellFormed().trim()}…`;
  return `“${shown}”`;
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
