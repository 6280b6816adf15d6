import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { TermStatistics } from '../term-statistics.ts';
import type { Question } from './question.ts';

const word = /[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu;

/**
 * How many names and numbers of the part that asks stand nowhere in the library, neither in its
 * texts nor in the dates of the publications found: words with a
 * capital letter that do not begin a sentence, and words with a digit. A statement names nothing:
 * what it lacks in the library is what it claims.
 */
export function countUnknownNames(
  { focus, type }: Question,
  passages: readonly RetrievedPassage[],
  statistics: TermStatistics,
): number {
  if (type === 'statement') return 0;
  // In a message all in capitals, capitals mark nothing.
  if (!/\p{Ll}/u.test(focus)) return 0;
  const dates = passages.map(({ publication }) => publication.date ?? '').join(' ');
  const unknown = new Set<string>();
  for (const match of focus.matchAll(word)) {
    const [text] = match;
    const beginsSentence = /(?:^|[.!?:]\s*["'\u2018\u201c(]*)$/u.test(focus.slice(0, match.index));
    const isName = /\p{N}/u.test(text) || (/^\p{Lu}/u.test(text) && !beginsSentence);
    if (!isName || dates.includes(text)) continue;
    const terms = statistics.terms(text);
    if (terms.length > 0 && terms.every((term) => statistics.passagesWith(term) === 0)) {
      unknown.add(text.toLowerCase());
    }
  }
  return unknown.size;
}
