import { stemmer } from 'stemmer';
import { irregularForms } from './irregular-forms.ts';
import { normaliseSpelling } from './normalise-spelling.ts';
import { toPlainText } from './plain-text.ts';
import { stopWords } from './stop-words.ts';
import { visitWords, wordAt } from './tokenise.ts';
import { WordMemory } from './word-memory.ts';

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
 * - {@link visitWords words}, then stop words out;
 * - irregular forms and spelling variants brought to one form, then Porter's stemmer (M. F. Porter,
 *   "An algorithm for suffix stripping", 1980);
 * - hyphenated words whose parts say little alone give the joined word too (`co-ordination`,
 *   `IL-6`), so that they meet their unhyphenated spelling;
 * - words that end in digits give their letters too (`bcl2`, `covid19`).
 *
 * What a word gives is remembered, for words repeat.
 */
export function createAnalyser(): Analyser {
  const known = new WordMemory<readonly string[]>();

  const termsOf = (word: string): readonly string[] => {
    const remembered = known.find(word, 0, word.length);
    if (remembered !== undefined) return remembered;
    const terms = stopWords.has(word) ? [] : analyse(word);
    if (known.size < mostRememberedWords) known.add(word, terms);
    return terms;
  };
  const analyse = (word: string): string[] => {
    const letters = lettersThenDigits.exec(word)?.[1];
    return [stemWord(word), ...(letters === undefined ? [] : termsOf(letters))];
  };

  return {
    terms: (text) => {
      const plain = toPlainText(text);
      const terms: string[] = [];
      const add = (some: readonly string[]): void => {
        for (const term of some) terms.push(term);
      };
      let previousStart = 0;
      let previousEnd = 0;
      let previousHasSeparator = false;
      visitWords(plain, (start, end, hasSeparator, followsHyphen) => {
        const remembered = hasSeparator ? undefined : known.find(plain, start, end);
        add(remembered ?? termsOf(wordAt(plain, start, end, hasSeparator)));
        if (followsHyphen) {
          const left = wordAt(plain, previousStart, previousEnd, previousHasSeparator);
          const right = wordAt(plain, start, end, hasSeparator);
          if (isWorthJoining(left, right)) add(termsOf(left + right));
        }
        previousStart = start;
        previousEnd = end;
        previousHasSeparator = hasSeparator;
      });
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
