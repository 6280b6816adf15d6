import { createAnalyser } from '../../retrieval/index.ts';

const analyser = createAnalyser();
const word = /[\p{L}][\p{L}\p{M}'\u2019-]*/gu;
const mostWords = 5;

/** Words of a text whose terms are among these, as they follow each other: what it is about. */
export function sharedWords(text: string, terms: ReadonlySet<string>): string {
  const named = new Set<string>();
  const words: string[] = [];
  for (const [found] of text.matchAll(word)) {
    const [term] = analyser.terms(found);
    if (term === undefined || !terms.has(term) || named.has(term)) continue;
    named.add(term);
    words.push(/^\p{Lu}\p{Ll}/u.test(found) ? found.toLowerCase() : found);
    if (words.length === mostWords) break;
  }
  return words.join(', ');
}
