import { syllable } from 'syllable';
import { splitSentences } from '../../library/index.ts';

/**
 * Flesch's reading ease of English text (R. Flesch, "A new readability yardstick", 1948):
 * `206.835 - 1.015 words / sentences - 84.6 syllables / words`. Mostly 0 (hardest) to 100; plain
 * English is 60 and more. Words without letters are left out.
 *
 * @returns null where there are no words.
 */
export function readingEase(text: string): number | null {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  if (words.length === 0) return null;
  const sentences = splitSentences(text.replace(/\s/g, ' ')).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return (
    206.835 - (1.015 * words.length) / Math.max(1, sentences) - (84.6 * syllables) / words.length
  );
}
