import {
  type Candidate,
  type CharacterRange,
  type Claim,
  composeAnswer,
  type Source,
} from '../answering/index.ts';
import type { ReadPublication } from './read-publication.ts';

/** Makes claims of statements of several publications. */
export interface CiteStatements {
  /**
   * A claim with a verified quote; null when its quote cannot be verified or gives orders to a model.
   *
   * @param ranges of the publication's text, the statement's own when left out.
   */
  claim(statement: Candidate, ranges?: CharacterRange[]): Claim | null;
  /** A claim that was made elsewhere, with the numbers used here. */
  renumbered(claim: Claim): Claim;
  /** A source for each publication, numbered in the order given, with the pages of these claims. */
  sources(claims: readonly Claim[]): Source[];
}

/** Numbers publications from 1 as they are given, whether anything of theirs is cited or not. */
export function createCiteStatements(reads: readonly ReadPublication[]): CiteStatements {
  const numbers = new Map(reads.map(({ publication }, index) => [publication.id, index + 1]));
  const texts = new Map(reads.map(({ publication, text }) => [publication.id, text]));
  return {
    claim: (candidate, ranges = candidate.ranges) => {
      const claim = composeAnswer([{ candidate, ranges }], texts)?.claims[0];
      const number = numbers.get(candidate.retrieved.publication.id);
      return claim === undefined || number === undefined ? null : { ...claim, citations: [number] };
    },
    renumbered: (claim) => ({
      ...claim,
      citations: [
        ...new Set(claim.quotes.flatMap(({ publicationId }) => numbers.get(publicationId) ?? [])),
      ].sort((left, right) => left - right),
    }),
    sources: (claims) =>
      reads.map(({ publication }, index) => {
        const quotes = claims
          .flatMap((claim) => claim.quotes)
          .filter(({ publicationId }) => publicationId === publication.id);
        return {
          number: index + 1,
          publication,
          heading: quotes[0]?.headingPath.at(-1) ?? null,
          pages: [...new Set(quotes.flatMap(pagesOf))].sort((left, right) => left - right),
        };
      }),
  };
}

function pagesOf({ pageStart, pageEnd }: Claim['quotes'][number]): number[] {
  if (pageStart === null || pageEnd === null) return [];
  return Array.from({ length: pageEnd - pageStart + 1 }, (_, index) => pageStart + index);
}
