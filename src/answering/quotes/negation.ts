import type { CharacterRange } from '../answer.ts';
import { isQualified, type Polarity, readPolarity } from './read-polarity.ts';

const negation =
  /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|unless|except|hardly|rarely|fail(?:s|ed)?|lack(?:s|ed)?)\b|n['\u2019]t\b/iu;
const sentenceEnd = /[.!?]["'\u2019\u201d)]*\s|\n/;
/**
 * Whether something left out between parts of one sentence negates it (`the plan is … effective`
 * for `the plan is not at all effective`).
 *
 * @param ranges ascending places in `text`.
 */
export function hidesNegation(text: string, ranges: readonly CharacterRange[]): boolean {
  return ranges.some((range, index) => {
    const next = ranges[index + 1];
    if (next === undefined) return false;
    const gap = text.slice(range.end, next.start);
    return !sentenceEnd.test(gap) && negation.test(gap);
  });
}

/**
 * Whether a claim and its quotes agree about what is denied: nothing that one of them negates is
 * stated by the other in a clause without any negation, and no denial loses the exception that its
 * quotes name. `Must not … without` and `only with` agree. A guard against a dropped, moved or added
 * `not`, not a proof of the same meaning.
 */
export function negationAgrees(claim: string, quotes: readonly string[]): boolean {
  const quote = quotes.join('\n');
  const claimed = readPolarity(claim, quote);
  const quoted = readPolarity(quote, claim);
  const isSameLimit =
    (claimed.isLimited && quoted.hasException) || (quoted.isLimited && claimed.hasException);
  if (!isSameLimit && (contradicts(claimed, quoted) || contradicts(quoted, claimed))) return false;
  const losesException = [...quoted.excepted].some((term) => claimed.denied.has(term));
  return !losesException || isQualified(claim);
}

function contradicts(one: Polarity, other: Polarity): boolean {
  return [...one.denied].some(
    (term) => other.stated.has(term) && !other.around.has(term) && !one.stated.has(term),
  );
}
