import type { Question } from './question.ts';

const year = /^(?:19|20)\d\d$/;
const word = /[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu;

/**
 * Names and years of the part that asks: words with a capital letter that do not begin a sentence,
 * and four digits that can be a year, as written. A statement names nothing: what the library lacks
 * of it is what it claims.
 */
export function namesOf({ focus, type }: Question): string[] {
  if (type === 'statement') return [];
  // In a message all in capitals, capitals mark nothing.
  if (!/\p{Ll}/u.test(focus)) return [];
  const names = new Set<string>();
  for (const match of focus.matchAll(word)) {
    const [text] = match;
    const beginsSentence = /(?:^|[.!?:]\s*["'\u2018\u201c(]*)$/u.test(focus.slice(0, match.index));
    const isName = year.test(text) || (/^\p{Lu}/u.test(text) && !beginsSentence);
    if (isName && !/^I(?:['\u2019]\p{Ll}+)?$/u.test(text))
      names.add(text.replace(/['\u2019]s?$/u, ''));
  }
  return [...names];
}
