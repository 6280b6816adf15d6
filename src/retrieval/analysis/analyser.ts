import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.ts';
import { tokenise } from './tokenise.ts';

/** Turns text into the terms that indexes and embedders count. */
export interface Analyser {
  /** Terms in reading order: words without stop words, reduced to their stems. */
  terms(text: string): string[];
}

const longestTerm = 64;
const mostCachedWords = 200_000;

/**
 * English analysis: {@link tokenise}, then stop words out, then Porter's stemmer (M. F. Porter, "An
 * algorithm for suffix stripping", 1980). Stems are remembered, for words repeat.
 */
export function createAnalyser(): Analyser {
  const stems = new Map<string, string>();
  for (const word of stopWords) stems.set(word, '');

  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = stemWord(word);
    if (stems.size < mostCachedWords) stems.set(word, stem);
    return stem;
  };

  return {
    terms: (text) => {
      const terms: string[] = [];
      for (const word of tokenise(text)) {
        const stem = stemOf(word);
        if (stem !== '') terms.push(stem);
      }
      return terms;
    },
  };
}

function stemWord(word: string): string {
  const bare = word.replaceAll("'", '').slice(0, longestTerm);
  return /\d/.test(bare) ? bare : stemmer(bare);
}
