import type { Claim } from '../answering/index.ts';
import type { PublicationText } from '../library/index.ts';
import { recheckQuote } from './recheck-quote.ts';

const figure = /\d+(?:[.,]\d+)*/g;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Checks a statement against the stored text again, without any of the code that made it: it has a
 * quote, each stands where it says it does, and each figure of the statement is in one of them.
 *
 * @param isVerbatim whether each of its words must be in its quotes, too.
 */
export function recheckClaim(
  { text, quotes }: Claim,
  stored: PublicationText | null,
  isVerbatim: boolean,
): boolean {
  if (quotes.length === 0 || !quotes.every((quote) => recheckQuote(quote, stored))) return false;
  const quoted = quotes.map((quote) => quote.text).join(' ');
  const pattern = isVerbatim ? word : figure;
  const known = new Set([...found(quoted, figure), ...found(quoted, pattern)]);
  return [...found(text, figure), ...found(text, pattern)].every((part) => known.has(part));
}

function found(text: string, pattern: RegExp): string[] {
  return text.normalize('NFKC').toLowerCase().match(pattern) ?? [];
}
