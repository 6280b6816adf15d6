import type { Publication, PublicationText } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { Quote } from '../answer.ts';
import type { ClaimCheck } from './claim-check.ts';
import { claimChecks } from './claim-checks.ts';
import type { ClaimDraft } from './claim-draft.ts';
import { locateQuote } from './locate-quote.ts';
import type { ClaimVerification } from './verified-claim.ts';

/**
 * Checks a claim of a model in full, without any model: nothing of the draft is believed. What it
 * cannot tell is whether a paraphrase means what its quotes mean.
 *
 * @param passages those shown to the model, by the id it was shown (`P1`).
 * @param texts publication texts by id, for pages and headings; a publication without an entry gets
 *   those of its passage.
 * @param checks what the text is held to; leaving one out shows what it is good for.
 */
export function verifyClaim(
  draft: ClaimDraft,
  passages: ReadonlyMap<string, RetrievedPassage>,
  texts: ReadonlyMap<string, PublicationText>,
  checks: readonly ClaimCheck[] = claimChecks,
): ClaimVerification {
  const text = draft.text.trim();
  if (draft.quotes.length === 0) {
    return { failure: { code: 'no-quote', problem: 'The claim has no quote.' } };
  }
  const quotes: Quote[] = [];
  const publications: Publication[] = [];
  for (const each of draft.quotes) {
    const located = locateQuote(each, passages, texts);
    if ('failure' in located) return located;
    const { quote, publication } = located;
    if (!quotes.some((other) => isSamePlace(other, quote))) quotes.push(quote);
    if (!publications.includes(publication)) publications.push(publication);
  }
  for (const check of checks) {
    const failure = check({ text, quotes, publications });
    if (failure !== null) return { failure };
  }
  return { claim: { text, quotes, publications } };
}

function isSamePlace(left: Quote, right: Quote): boolean {
  return (
    left.publicationId === right.publicationId &&
    JSON.stringify(left.ranges) === JSON.stringify(right.ranges)
  );
}
