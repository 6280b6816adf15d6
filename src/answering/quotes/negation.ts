import type { CharacterRange } from '../answer.ts';

const negation =
  /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|unless|except|hardly|rarely|fail(?:s|ed)?|lack(?:s|ed)?)\b|n['\u2019]t\b/iu;
const sentenceEnd = /[.!?]["'\u2019\u201d)]*\s|\n/;
const word = /\p{L}+(?:['\u2019]\p{L}+)*/gu;
/** How many words after a negation it is taken to reach. */
const scope = 3;
const small = new Set(
  'a an the be been being to of any at all is are was were it that this'.split(' '),
);

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
 * Whether a claim and its quotes agree about what is denied: no word that one of them negates
 * stands in the other without ever being negated there. A guard against a dropped or added `not`,
 * not a proof of the same meaning.
 */
export function negationAgrees(claim: string, quotes: readonly string[]): boolean {
  const claimed = readPolarity(claim);
  const quoted = readPolarity(quotes.join('\n'));
  return !contradicts(claimed, quoted) && !contradicts(quoted, claimed);
}

interface Polarity {
  denied: Set<string>;
  affirmed: Set<string>;
}

function contradicts(left: Polarity, right: Polarity): boolean {
  return [...left.denied].some(
    (term) => right.affirmed.has(term) && !right.denied.has(term) && !left.affirmed.has(term),
  );
}

function readPolarity(text: string): Polarity {
  const polarity: Polarity = { denied: new Set(), affirmed: new Set() };
  for (const clause of text.split(/[.;:!?\n]|,\s+(?:but|and|while|whereas)\b/u)) {
    let reach = 0;
    for (const [found] of clause.matchAll(word)) {
      if (negation.test(found)) {
        reach = scope;
        continue;
      }
      const lower = found.toLowerCase();
      if (small.has(lower)) continue;
      const stem = lower.replace(/(?:ing|ed|es|s|ly)$/u, '');
      (reach > 0 ? polarity.denied : polarity.affirmed).add(stem);
      reach -= 1;
    }
  }
  return polarity;
}
