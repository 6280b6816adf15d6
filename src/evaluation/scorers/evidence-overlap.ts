import { commonRun } from './common-run.ts';
import { normalizedWords } from './normalized-words.ts';

/** Fewer words in common could be chance; texts shorter than this have to be found whole. */
const leastWords = 3;

/**
 * Whether any quote overlaps any of the sentences known to carry the answer: their longest common
 * run of words makes up at least half of the shorter of the two.
 *
 * Compared by words, not by place, since evidence in data sets is not always verbatim.
 */
export function overlapsEvidence(quotes: readonly string[], evidence: readonly string[]): boolean {
  const sentences = evidence.map(normalizedWords).filter((words) => words.length > 0);
  return quotes.map(normalizedWords).some((quote) =>
    sentences.some((sentence) => {
      const shorter = Math.min(quote.length, sentence.length);
      const needed = Math.max(Math.ceil(shorter / 2), Math.min(shorter, leastWords));
      return needed > 0 && commonRun(quote, sentence) >= needed;
    }),
  );
}
