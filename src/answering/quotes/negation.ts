import type { CharacterRange } from '../answer.ts';

const negation =
  /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|unless|except|hardly|rarely|fails?|failed|lacks?|lacked)\b|n['\u2019]t\b/iu;
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
