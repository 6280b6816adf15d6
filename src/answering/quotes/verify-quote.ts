import type { PageStart } from '../../library/index.ts';
import type { CharacterRange } from '../answer.ts';
import { findOccurrences } from './find-occurrences.ts';
import { hidesNegation } from './negation.ts';
import { type NormalisedText, normaliseText } from './normalise-text.ts';
import { pagesOf } from './pages-of.ts';
import type { QuoteFailure } from './quote-failure.ts';
import { splitQuoteParts } from './quote-parts.ts';
import { isWordBoundary } from './word-boundary.ts';

/** Text that quotes are checked against, and its place in its publication. */
export interface QuotableText {
  text: string;
  /** Offset of the text within the publication's text, in UTF-16 code units. */
  characterStart: number;
  /** Of the publication; empty for formats without pages. */
  pageStarts: readonly PageStart[];
}

export interface VerifiedQuote {
  verified: true;
  /** As it stands in the publication; parts joined by ` … `. */
  text: string;
  /** Places of the parts in the publication's text, ascending, not overlapping. */
  ranges: CharacterRange[];
  pageStart: number | null;
  pageEnd: number | null;
}

export interface RejectedQuote {
  verified: false;
  reason: QuoteFailure;
  /** The part of the quote at which checking ended; empty when there was none. */
  part: string;
}

export type QuoteVerification = VerifiedQuote | RejectedQuote;

const mostParts = 16;

/**
 * Checks a quote word for word against a passage and finds its place.
 *
 * Typography may differ (see {@link normaliseText}), wording, letter case, digits and punctuation
 * may not. An omission mark (`…`, `...`, `[…]`) splits the quote into parts that must follow each
 * other in the passage. Takes time linear in the passage for each part.
 */
export function verifyQuote(quote: string, passage: QuotableText): QuoteVerification {
  return verifyParts(splitQuoteParts(quote), passage);
}

/** As {@link verifyQuote}, for a quote that is already in parts. */
export function verifyParts(parts: readonly string[], passage: QuotableText): QuoteVerification {
  if (parts.length === 0) return { verified: false, reason: 'empty-quote', part: '' };
  if (parts.length > mostParts) return { verified: false, reason: 'too-many-parts', part: '' };
  const normalised = normaliseText(passage.text);
  const candidates: CharacterRange[][] = [];
  for (const part of parts) {
    const found = placesOf(part, passage.text, normalised);
    if (typeof found === 'string') return { verified: false, reason: found, part };
    candidates.push(found);
  }
  const ranges = inOrder(candidates);
  if (ranges === null) {
    return { verified: false, reason: 'wrong-order', part: parts.at(-1) ?? '' };
  }
  if (hidesNegation(passage.text, ranges)) {
    return { verified: false, reason: 'omits-negation', part: parts.join(' … ') };
  }
  const shifted = ranges.map(({ start, end }) => ({
    start: start + passage.characterStart,
    end: end + passage.characterStart,
  }));
  return {
    verified: true,
    text: ranges.map(({ start, end }) => passage.text.slice(start, end)).join(' … '),
    ranges: shifted,
    ...pagesOf(shifted, passage.pageStarts),
  };
}

function placesOf(
  part: string,
  text: string,
  normalised: NormalisedText,
): CharacterRange[] | 'not-found' | 'cut-word' | 'empty-quote' {
  const wanted = normaliseText(part).text;
  if (wanted === '') return 'empty-quote';
  const occurrences = findOccurrences(normalised.text, wanted);
  if (occurrences.length === 0) return 'not-found';
  const places = occurrences
    .map((at) => ({
      start: normalised.starts[at] ?? 0,
      end: normalised.ends[at + wanted.length - 1] ?? 0,
    }))
    .filter(({ start, end }) => isWordBoundary(text, start) && isWordBoundary(text, end));
  return places.length === 0 ? 'cut-word' : places;
}

/** One place for each part, ascending and apart, as close together as possible; null if none. */
function inOrder(candidates: readonly CharacterRange[][]): CharacterRange[] | null {
  let reached = 0;
  for (const places of candidates) {
    const next = places.find(({ start }) => start >= reached);
    if (next === undefined) return null;
    reached = next.end;
  }
  // The last part is now as early as it can be; the others move up to it.
  const chosen: CharacterRange[] = [];
  let limit = reached;
  for (const places of candidates.toReversed()) {
    const nearest = places.findLast(({ end }) => end <= limit);
    if (nearest === undefined) return null;
    chosen.unshift(nearest);
    limit = nearest.start;
  }
  return chosen;
}
