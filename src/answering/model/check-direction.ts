import { rewriteBounds } from '../quotes/rewrite-bounds.ts';
import { stemsOf } from '../quotes/stems.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import { type Opposites, opposites } from './opposites.ts';
import type { ClaimFailure } from './verified-claim.ts';

const change =
  /\bfrom\s(?:about\s|around\s)?([^\s\d]?\d[\d.,:]*%?)[^.;]{0,60}?\sto\s(?:about\s|around\s)?([^\s\d]?\d[\d.,:]*%?)/giu;
const negated =
  /(?:\b(?:not|no|never|nobody|without|unless|cannot)\b|n['\u2019]t\b)[^.;:!?]{0,60}$/iu;
const comparison =
  /([^.;:!?\n]+?)\b(more|less|fewer|\p{L}{3,}er)\b([^.;:!?\n]*?)\bthan\b([^.;:!?\n]+)/giu;

/**
 * Whether a claim lets things go the way its quotes do: it may not speak only of one of two
 * {@link opposites} where they speak only of the other, nor turn `from 58% to 19%` or a comparison
 * round. Words alone are compared, so other ways of turning a statement round pass.
 */
export function checkDirection({ text, quotes }: CheckedClaim): ClaimFailure | null {
  const quoted = quotes.map((quote) => quote.text).join('\n');
  const isOpposite = opposites.some((each) => speaksOfOpposite(each, text, quoted));
  if (!isOpposite && !isTurnedRound(text, quoted) && !isComparedTheOtherWay(text, quoted)) {
    return null;
  }
  return {
    code: 'direction',
    problem: `The claim ${excerpt(text)} says the opposite of its quotes: another direction, time or kind.`,
  };
}

function speaksOfOpposite(pair: Opposites, text: string, quoted: string): boolean {
  const said = readSides(pair, text);
  const stated = readSides(pair, quoted);
  if (pair.isExhaustive && (said.isNegated || stated.isNegated)) return false;
  return (
    (said.one && !said.other && stated.other && !stated.one) ||
    (said.other && !said.one && stated.one && !stated.other)
  );
}

/** Which of two opposites a text speaks of, and whether it negates any of them. */
function readSides({ one, other }: Opposites, text: string) {
  const ones = [...text.matchAll(one)];
  const others = [...text.matchAll(other)];
  const isNegated = [...ones, ...others].some(({ index }) => negated.test(text.slice(0, index)));
  return { one: ones.length > 0, other: others.length > 0, isNegated };
}

function isTurnedRound(text: string, quoted: string): boolean {
  const stated = changesOf(quoted).map((pair) => pair.join(' '));
  return changesOf(text).some(
    (pair) => stated.includes(pair.toReversed().join(' ')) && !stated.includes(pair.join(' ')),
  );
}

/** Values before and after, punctuation at their ends taken off. */
function changesOf(text: string): string[][] {
  return Array.from(text.matchAll(change), ([, before = '', after = '']) =>
    [before, after].map((value) => value.replace(/[.,:]+$/, '')),
  );
}

/** `A was faster than B` for `B was faster than A`. */
function isComparedTheOtherWay(text: string, quoted: string): boolean {
  const stated = comparisonsOf(quoted);
  return comparisonsOf(text).some((said) =>
    stated.some(
      ({ word, left, right }) =>
        said.word === word &&
        without(left, right).some((stem) => without(said.right, said.left).includes(stem)) &&
        without(right, left).some((stem) => without(said.left, said.right).includes(stem)),
    ),
  );
}

function comparisonsOf(text: string) {
  if (!/\bthan\b/iu.test(text)) return [];
  // Limits of figures (`more than 48 hours`) compare nothing.
  return Array.from(
    rewriteBounds(text).matchAll(comparison),
    ([, left = '', word = '', , right = '']) => ({
      word: word.toLowerCase(),
      left: stemsOf(left),
      right: stemsOf(right),
    }),
  );
}

const without = (terms: readonly string[], others: readonly string[]): string[] =>
  terms.filter((term) => !others.includes(term));
