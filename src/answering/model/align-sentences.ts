import { splitSentences } from '../../library/index.ts';
import { stemsOf } from '../quotes/stems.ts';
import type { CheckedClaim } from './claim-check.ts';

/** A sentence of a claim with what it seems to rest on. */
export interface AlignedSentence {
  said: string;
  /** Sentences of the quotes, one a line: those that share most of its words. */
  rests: string;
}

/** Share of the closest sentence's common words that others must reach. */
const closeEnough = 0.6;

/**
 * Puts beside each sentence of a claim the sentences of its quotes that share most words with it, so
 * that a `must` or `all` somewhere else in them does not pass for one in the sentence at issue.
 */
export function alignSentences({ text, quotes }: CheckedClaim): AlignedSentence[] {
  const quoted = quotes.flatMap((quote) =>
    sentencesOf(quote.text).map((sentence) => ({ sentence, stems: new Set(stemsOf(sentence)) })),
  );
  return sentencesOf(text).map((said) => {
    const own = new Set(stemsOf(said));
    const shared = quoted.map(({ stems }) => [...own].filter((stem) => stems.has(stem)).length);
    const least = Math.max(...shared) * closeEnough;
    const close = quoted.filter((_, index) => (shared[index] ?? 0) >= least);
    return { said, rests: close.map(({ sentence }) => sentence).join('\n') };
  });
}

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));
