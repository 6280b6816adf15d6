import type { PublicationText } from '../../library/index.ts';
import type { Answered, Claim, Quote, Source } from '../answer.ts';
import { verifyParts } from '../quotes/verify-quote.ts';
import type { Candidate } from './candidate.ts';

/**
 * Turns chosen candidates into claims with verified quotes and numbered sources. A candidate whose
 * quote cannot be verified against the publication is left out.
 *
 * @param texts publication texts by id, for the pages of quotes; a publication without an entry
 *   gets the pages of its passage.
 */
export function composeAnswer(
  chosen: readonly (readonly Candidate[])[],
  texts: ReadonlyMap<string, PublicationText>,
): Answered | null {
  const sources: Source[] = [];
  const claims: Claim[] = [];
  for (const group of chosen) {
    const quotes = group.flatMap((candidate) => quoteOf(candidate, texts) ?? []);
    if (quotes.length === 0) continue;
    const citations = quotes.map((quote, index) => {
      const candidate = group[index];
      return candidate === undefined ? 0 : cite(sources, quote, candidate);
    });
    claims.push({
      text: quotes.map((quote) => quote.text.replaceAll(' \u2026 ', ' ')).join(' '),
      quotes,
      citations: [...new Set(citations)].sort((left, right) => left - right),
    });
  }
  return claims.length === 0 ? null : { kind: 'answer', composer: 'extractive', claims, sources };
}

function quoteOf(candidate: Candidate, texts: ReadonlyMap<string, PublicationText>): Quote | null {
  const { passage, publication } = candidate.retrieved;
  const text = texts.get(publication.id);
  const parts = candidate.ranges.map(({ start, end }) =>
    passage.text.slice(start - passage.characterStart, end - passage.characterStart),
  );
  const checked = verifyParts(parts, {
    text: passage.text,
    characterStart: passage.characterStart,
    pageStarts: text?.pageStarts ?? [],
  });
  if (!checked.verified) return null;
  return {
    publicationId: publication.id,
    passageId: passage.id,
    text: checked.text,
    ranges: checked.ranges,
    pageStart: checked.pageStart ?? passage.pageStart,
    pageEnd: checked.pageEnd ?? passage.pageEnd,
    headingPath: passage.headingPath,
  };
}

function cite(sources: Source[], quote: Quote, candidate: Candidate): number {
  const pages = pagesBetween(quote.pageStart, quote.pageEnd);
  const known = sources.find((source) => source.publication.id === quote.publicationId);
  if (known !== undefined) {
    known.pages = [...new Set([...known.pages, ...pages])].sort((left, right) => left - right);
    return known.number;
  }
  const number = sources.length + 1;
  sources.push({
    number,
    publication: candidate.retrieved.publication,
    heading: quote.headingPath.at(-1) ?? null,
    pages,
  });
  return number;
}

function pagesBetween(first: number | null, last: number | null): number[] {
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
