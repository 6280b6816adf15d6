import { headingPathAt, type Publication, type PublicationText } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { Quote } from '../answer.ts';
import { quoteFrom } from '../citations.ts';
import { findOrders } from '../orders/find-orders.ts';
import { type QuoteVerification, verifyQuote } from '../quotes/verify-quote.ts';
import type { QuoteDraft } from './claim-draft.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure, ClaimFailureCode } from './verified-claim.ts';

export type LocatedQuote = { quote: Quote; publication: Publication } | { failure: ClaimFailure };

const fewestWords = 3;
const fewestCharacters = 15;
const word = /[\p{L}\p{N}]+/gu;

/**
 * Finds a quote in the passage that the model named, or, models being careless about ids, at the one
 * other place among the passages where it stands.
 */
export function locateQuote(
  { passage: id, quote }: QuoteDraft,
  passages: ReadonlyMap<string, RetrievedPassage>,
  texts: ReadonlyMap<string, PublicationText>,
): LocatedQuote {
  const words = quote.match(word) ?? [];
  if (words.length < fewestWords && words.join(' ').length < fewestCharacters) {
    return fail('short-quote', `The quote ${excerpt(quote)} is too short to support a claim.`);
  }
  const find = (retrieved: RetrievedPassage): QuoteVerification =>
    verifyQuote(quote, {
      ...retrieved.passage,
      pageStarts: texts.get(retrieved.publication.id)?.pageStarts ?? [],
    });

  const named = passages.get(id);
  const checked = named === undefined ? null : find(named);
  if (named !== undefined && checked?.verified) {
    return isOrder(named, checked) ? orderFailure(quote) : place(named, checked, texts);
  }
  const others = new Map<string, LocatedQuote>();
  for (const retrieved of passages.values()) {
    if (retrieved === named) continue;
    const found = find(retrieved);
    if (!found.verified) continue;
    if (isOrder(retrieved, found)) return orderFailure(quote);
    // Passages may overlap: what both hold at the same place of the publication is one place.
    const key = JSON.stringify([retrieved.publication.id, found.ranges]);
    if (!others.has(key)) others.set(key, place(retrieved, found, texts));
  }
  const [only] = others.values();
  if (only !== undefined && others.size === 1) return only;
  if (others.size > 1) {
    return fail(
      'ambiguous-quote',
      `The quote ${excerpt(quote)} is not in passage ${excerpt(id)} but in several others: name the right one.`,
    );
  }
  return explain(quote, id, checked);
}

/** Whether a quote touches what gives orders to a language model, though its own words give none. */
function isOrder(
  { passage }: RetrievedPassage,
  { ranges }: QuoteVerification & { verified: true },
): boolean {
  return findOrders(passage.text).some((order) =>
    ranges.some(
      ({ start, end }) =>
        start < order.end + passage.characterStart && end > order.start + passage.characterStart,
    ),
  );
}

function orderFailure(quote: string): LocatedQuote {
  return fail(
    'instruction',
    `The quote ${excerpt(quote)} is from text that gives orders to a language model: quote something else.`,
  );
}

function place(
  { passage, publication }: RetrievedPassage,
  checked: QuoteVerification & { verified: true },
  texts: ReadonlyMap<string, PublicationText>,
): LocatedQuote {
  const headings = texts.get(publication.id)?.headings;
  const start = checked.ranges[0]?.start ?? passage.characterStart;
  const path = headings === undefined ? passage.headingPath : headingPathAt(headings, start);
  return { quote: quoteFrom(checked, passage, path), publication };
}

function explain(quote: string, id: string, checked: QuoteVerification | null): LocatedQuote {
  if (checked === null || checked.verified) {
    return fail(
      'quote-not-found',
      `There is no passage ${excerpt(id)}, and the quote ${excerpt(quote)} is in none of the others.`,
    );
  }
  const part = excerpt(checked.part === '' ? quote : checked.part);
  switch (checked.reason) {
    case 'empty-quote':
    case 'not-found':
      return fail('quote-not-found', `${part} does not stand word for word in any passage.`);
    case 'too-many-parts':
      return fail('misleading-quote', `The quote ${part} leaves text out too often.`);
    case 'wrong-order':
      return fail('misleading-quote', `${part} does not follow the earlier parts of its quote.`);
    case 'cut-word':
      return fail('misleading-quote', `${part} begins or ends in the middle of a word or number.`);
    case 'omits-negation':
      return fail('misleading-quote', `What the quote ${part} leaves out negates the rest.`);
  }
}

function fail(code: ClaimFailureCode, problem: string): LocatedQuote {
  return { failure: { code, problem } };
}
