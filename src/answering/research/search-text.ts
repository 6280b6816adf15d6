import { checkLinks } from '../model/check-links.ts';

/** UTF-16 code units. */
const longest = 300;
const word = /[\p{L}\p{N}]{2,}/u;

/**
 * What a model wants to be searched for, on one line, or null when nothing should be: it is no text,
 * too long, or holds a link or a mention, which no question needs. Its words may be any.
 */
export function readSearchText(written: string): string | null {
  const text = written
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (text.length > longest || !word.test(text)) return null;
  return checkLinks({ text, quotes: [], publications: [] }) === null ? text : null;
}
