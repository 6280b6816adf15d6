import { createAnalyser } from '../../retrieval/index.ts';

const analyser = createAnalyser();
const word = /[\p{L}][\p{L}\p{M}'\u2019-]*/gu;
const mostWords = 5;
/** Say when or how much of what it is about. */
const little =
  /^(?:unless|except|until|within|every|each|must|should|may|shall|ask(?:s|ed)?|more|less|than|between|after|before)$/iu;

/**
 * Words of a text whose terms are among these, as they follow each other, each once: what it is
 * about. Words that stand next to each other stay together: `heart failure, emergency admissions`.
 */
export function sharedWords(text: string, terms: ReadonlySet<string>): string {
  const named = new Set<string>();
  const phrases: string[] = [];
  let end = -1;
  for (const { 0: found, index } of text.matchAll(word)) {
    const [term] = analyser.terms(found);
    if (term === undefined || !terms.has(term) || named.has(term) || little.test(found)) continue;
    named.add(term);
    const plain = /^\p{Lu}\p{Ll}/u.test(found) ? found.toLowerCase() : found;
    const isNext = index === end + 1 && /[ -]/.test(text[end] ?? '');
    if (isNext) phrases.push(`${phrases.pop() ?? ''}${text[end] ?? ' '}${plain}`);
    else phrases.push(plain);
    end = index + found.length;
    if (named.size === mostWords) break;
  }
  return phrases.join(', ');
}
