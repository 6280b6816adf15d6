import { stemmer } from 'stemmer';
import { irregularForms } from './irregular-forms.ts';
import { normaliseSpelling } from './normalise-spelling.ts';
import { stopWords } from './stop-words.ts';
import { tokenise } from './tokenise.ts';

/** Turns text into the terms that indexes and embedders count. */
export interface Analyser {
  /** Terms in reading order: words without stop words, reduced to their stems. */
  terms(text: string): string[];
}

const longestTerm = 64;
const mostRememberedWords = 200_000;
/** A part of a compound this short says little alone (`pre-`, `co-`, `x-ray`, `follow-up`). */
const shortPart = 3;
const lettersThenDigits = /^([a-z]{2,})\d+[a-z]*$/;
const digits = /^\d+$/;
const hasDigit = /\d/;

/**
 * English analysis:
 *
 * - {@link tokenise}, then stop words out;
 * - irregular forms and spelling variants brought to one form, then Porter's stemmer (M. F. Porter,
 *   "An algorithm for suffix stripping", 1980);
 * - hyphenated words whose parts say little alone give the joined word too (`co-ordination`,
 *   `IL-6`), so that they meet their unhyphenated spelling;
 * - words that end in digits give their letters too (`bcl2`, `covid19`).
 *
 * What a word gives is remembered, for words repeat.
 */
export function createAnalyser(): Analyser {
  const known = new Map<string, readonly string[]>();
  for (const word of stopWords) known.set(word, []);

  const termsOf = (word: string): readonly string[] => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const letters = lettersThenDigits.exec(word)?.[1];
    const terms = [stemWord(word), ...(letters === undefined ? [] : termsOf(letters))];
    if (known.size < mostRememberedWords) known.set(word, terms);
    return terms;
  };

  return {
    terms: (text) => {
      const terms: string[] = [];
      let previous = '';
      for (const { text: word, followsHyphen } of tokenise(text)) {
        for (const term of termsOf(word)) terms.push(term);
        if (followsHyphen && isWorthJoining(previous, word)) {
          for (const term of termsOf(previous + word)) terms.push(term);
        }
        previous = word;
      }
      return terms;
    },
  };
}

function isWorthJoining(left: string, right: string): boolean {
  if (digits.test(left) && digits.test(right)) return false;
  return (
    left.length <= shortPart ||
    right.length <= shortPart ||
    hasDigit.test(left) ||
    hasDigit.test(right)
  );
}

function stemWord(word: string): string {
  const bare = word.replaceAll("'", '').slice(0, longestTerm);
  if (hasDigit.test(bare)) return bare;
  return stemmer(normaliseSpelling(irregularForms.get(bare) ?? bare));
}
