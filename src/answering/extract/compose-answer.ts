import type { PublicationText } from '../../library/index.ts';
import type { Answered, Claim, Quote, Source } from '../answer.ts';
import { createCitations, quoteFrom } from '../citations.ts';
import { findDisagreements } from '../disagreement/find-disagreements.ts';
import { checkFigures } from '../figures/check-figures.ts';
import { holdsOrder } from '../orders/find-orders.ts';
import { verifyParts } from '../quotes/verify-quote.ts';
import type { Candidate } from './candidate.ts';
import type { ChosenClaim } from './chosen-claim.ts';
import { claimText } from './claim-text.ts';

/**
 * Turns chosen claims into claims with verified quotes and numbered sources. One whose quote cannot
 * be verified, whose words hold a figure that its quote does not, or which gives orders to a language
 * model, is left out.
 *
 * @param texts publication texts by id, for the pages of quotes; a publication without an entry
 *   gets the pages of its passage.
 * @returns null when nothing is left.
 */
export function composeAnswer(
  chosen: readonly ChosenClaim[],
  texts: ReadonlyMap<string, PublicationText>,
): Answered | null {
  const { cite } = createCitations();
  let sources: Source[] = [];
  const claims: Claim[] = [];
  for (const { candidate, ranges } of chosen) {
    const { source, retrieved } = candidate;
    const { publication } = retrieved;
    const parts = ranges.map(({ start, end }) =>
      source.text.slice(start - source.characterStart, end - source.characterStart),
    );
    const quote = quoteOf(parts, candidate, texts.get(publication.id));
    if (quote === null) continue;
    const text = claimText(candidate.kind, parts);
    if (!checkFigures(text, [quote.text]).agrees || holdsOrder(quote.text)) continue;
    const cited = cite([quote], [publication]);
    sources = cited.sources;
    claims.push({ text, quotes: [quote], citations: cited.citations });
  }
  return claims.length === 0
    ? null
    : {
        kind: 'answer',
        composer: 'extractive',
        claims,
        sources,
        disagreements: findDisagreements(claims, sources),
      };
}

function quoteOf(
  parts: readonly string[],
  { source, retrieved: { passage }, headings }: Candidate,
  text: PublicationText | undefined,
): Quote | null {
  const checked = verifyParts(parts, { ...source, pageStarts: text?.pageStarts ?? [] });
  return checked.verified ? quoteFrom(checked, passage, headings) : null;
}
