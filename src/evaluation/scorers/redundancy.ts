import { mean } from './mean.ts';
import { rougeWords } from './rouge-words.ts';

/**
 * How much a summary says twice, 0..1: the mean over its statements but the first of the largest
 * share of their pairs of neighbouring words that one earlier statement has, too. 0 for a single one.
 *
 * @param statements in reading order.
 */
export function redundancyOf(statements: readonly string[]): number {
  const pairs = statements.map((statement) => pairsOf(rougeWords(statement)));
  const repeated = pairs.slice(1).map((own, index) => {
    if (own.length === 0) return 0;
    const earlier = pairs.slice(0, index + 1).map((others) => new Set(others));
    const shares = earlier.map((others) => own.filter((pair) => others.has(pair)).length);
    return Math.max(...shares) / own.length;
  });
  return mean(repeated) ?? 0;
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
