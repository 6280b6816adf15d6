import type { Passage, Publication } from '../library/index.ts';
import type { Claim, Quote, Source } from './answer.ts';
import type { VerifiedQuote } from './quotes/verify-quote.ts';

/** What a claim cites, and all that is cited up to it. */
export interface Cited {
  /** Numbers of sources, ascending, each once. */
  citations: number[];
  /** In order of first use; a later claim leaves this list as it is. */
  sources: Source[];
}

/** Numbers the sources of an answer while its claims come in. */
export interface Citations {
  /**
   * @param publications of the quotes, in any order.
   * @throws {Error} when the publication of a quote is not among them.
   */
  cite(quotes: readonly Quote[], publications: readonly Publication[]): Cited;
}

/** Those of the sources that a claim cites. */
export function sourcesOf({ citations }: Claim, sources: readonly Source[]): Source[] {
  return sources.filter(({ number }) => citations.includes(number));
}

/** One publication gets one number, from 1, in order of first use; pages are gathered under it. */
export function createCitations(): Citations {
  const sources: Source[] = [];
  return {
    cite: (quotes, publications) => {
      const numbers = quotes.map((quote) => cite(sources, quote, publications));
      return {
        citations: [...new Set(numbers)].sort((left, right) => left - right),
        sources: sources.map((source) => ({ ...source })),
      };
    },
  };
}

function cite(sources: Source[], quote: Quote, publications: readonly Publication[]): number {
  const pages = pagesBetween(quote.pageStart, quote.pageEnd);
  const known = sources.find((source) => source.publication.id === quote.publicationId);
  if (known !== undefined) {
    known.pages = [...new Set([...known.pages, ...pages])].sort((left, right) => left - right);
    return known.number;
  }
  const publication = publications.find(({ id }) => id === quote.publicationId);
  if (publication === undefined) {
    throw new Error(`publication ${quote.publicationId} of a quote was not given`);
  }
  const number = sources.length + 1;
  sources.push({ number, publication, heading: quote.headingPath.at(-1) ?? null, pages });
  return number;
}

function pagesBetween(first: number | null, last: number | null): number[] {
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * A quote with its place, from a verification against a passage.
 *
 * @param headingPath headings above the quote, outermost first.
 */
export function quoteFrom(checked: VerifiedQuote, passage: Passage, headingPath: string[]): Quote {
  return {
    publicationId: passage.publicationId,
    passageId: passage.id,
    text: checked.text,
    ranges: checked.ranges,
    pageStart: checked.pageStart ?? passage.pageStart,
    pageEnd: checked.pageEnd ?? passage.pageEnd,
    headingPath,
  };
}
