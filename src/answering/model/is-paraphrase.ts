import { splitSentences } from '../../library/index.ts';
import type { VerifiedClaim } from './verified-claim.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Whether a claim says anything in words of its own: it does unless each of its sentences is, word
 * for word, one of its quotes or a whole sentence of one. What is left out of a sentence makes it
 * another (`some patients`, `patients`); capitals and punctuation do not.
 */
export function isParaphrase({ text, quotes }: Pick<VerifiedClaim, 'text' | 'quotes'>): boolean {
  const quoted = new Set(
    quotes.flatMap((quote) => [wordsOf(quote.text), ...sentencesOf(quote.text).map(wordsOf)]),
  );
  return (
    !quoted.has(wordsOf(text)) && !sentencesOf(text).every((each) => quoted.has(wordsOf(each)))
  );
}

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

const wordsOf = (text: string): string =>
  (text.normalize('NFKC').toLowerCase().match(word) ?? []).join(' ');
