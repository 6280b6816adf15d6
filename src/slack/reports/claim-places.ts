import type { Claim, Quote, Source } from '../../answering/index.ts';
import { type Publication, pageNameOf } from '../../library/index.ts';
import { display } from '../blocks/describe-publication.ts';

const mostHeadingCharacters = 80;
const mostLabelCharacters = 20;
const mostPages = 4;
const mostSources = 12;

/** Where a statement stands, as it is shown after it and as it is read out; both empty for nowhere. */
export interface ClaimPlaces {
  shown: string;
  spoken: string;
}

/**
 * The pages of a claim's quotes, or the section where there are none: `p. 4` of the only source,
 * `[1] p. 4, [2] pp. 7, 9` where there are several. A source that no longer stands says so, too.
 * Pages have the labels that are printed on them.
 */
export function claimPlaces(claim: Claim, sources: readonly Source[]): ClaimPlaces {
  const cited = claim.citations.slice(0, mostSources).map((number) => {
    const publication = sources.find((source) => source.number === number)?.publication ?? null;
    const place = publication === null ? nowhere : placeIn(publication, claim.quotes);
    if (sources.length === 1) return place;
    const standing = publication === null ? 'current' : publication.status;
    const named = standing === 'current' ? `[${number}]` : `[${number}, ${standing}]`;
    return {
      shown: `${named} ${place.shown}`.trim(),
      spoken: `${named} ${place.spoken}`.trim(),
    };
  });
  return { shown: list(cited.map(({ shown }) => shown)), spoken: list(cited.map(spokenOf)) };
}

const nowhere: ClaimPlaces = { shown: '', spoken: '' };
const spokenOf = ({ spoken }: ClaimPlaces): string => spoken;
const list = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(', ');

/** Where the quotes that are of one publication stand in it. */
export function placeIn(publication: Publication, quotes: readonly Quote[]): ClaimPlaces {
  const own = quotes.filter(({ publicationId }) => publicationId === publication.id);
  const pages = [...new Set(own.flatMap(pagesOf))].sort((one, other) => one - other);
  if (pages.length > 0) return pagesIn(publication, pages);
  const heading = own[0]?.headingPath.at(-1);
  const named = heading === undefined ? '' : display(heading, mostHeadingCharacters);
  return named === '' ? nowhere : { shown: `“${named}”`, spoken: `section “${named}”` };
}

function pagesIn(publication: Publication, pages: readonly number[]): ClaimPlaces {
  const { format } = publication;
  const labels = pages.map((page) => display(pageNameOf(publication, page), mostLabelCharacters));
  const named = labels.slice(0, mostPages).join(', ') + (labels.length > mostPages ? ' …' : '');
  const several = labels.length > 1;
  const spoken = `${format === 'pptx' ? 'slide' : 'page'}${several ? 's' : ''} ${named}`;
  if (format === 'pptx') return { shown: spoken, spoken };
  return { shown: `${several ? 'pp.' : 'p.'}\u00a0${named}`, spoken };
}

function pagesOf({ pageStart, pageEnd }: Quote): number[] {
  if (pageStart === null) return [];
  return pageEnd === null || pageEnd === pageStart ? [pageStart] : [pageStart, pageEnd];
}

/** Whether pages are called by labels that are not their numbers in the file. */
export function hasPrintedLabels(publication: Publication): boolean {
  return (
    publication.pageLabels?.some(
      (_, index) => pageNameOf(publication, index + 1) !== String(index + 1),
    ) === true
  );
}
