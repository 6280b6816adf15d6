import { splitSentences } from '../../library/index.ts';
import { stemsOf } from '../quotes/stems.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import { plainStems } from './plain-words.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Least share of the telling words of each of a claim's sentences that its quotes hold. */
const leastShare = 0.4;
/** The same of all its words, those of the title and headings among them. */
const leastShareOfAll = 0.25;
/** Words that begin with so many same letters are akin: `readmission` and `readmitted`. */
const akinLetters = 5;
/** So are short ones with one letter less: `admit` and `admission`. */
const shortWord = 5;
const word = /[\p{L}\p{M}][\p{L}\p{M}'\u2019-]*/gu;
/** A letter alone is what is left of `e.g.`, `T2DM` or `16k`, which other checks hold to the quotes. */
const isLetter = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) < 2;

/**
 * Whether each sentence of a claim, so that none hides behind another, is made of what its quotes
 * say: at least half of its content words have a stem that occurs there, and the others are akin to
 * a word that does, or plain ones with which anybody restates something. A word of any other
 * kind names what no quote speaks of. Words of the title and headings count neither way, since a
 * claim may name what it is about, but they cannot be nearly all of it, since anybody can write a
 * title; figures and names have checks of their own.
 *
 * What is put together of the quotes' own words to mean something else passes: entailment is for a
 * model to judge.
 */
export function checkGrounding({ text, quotes, publications }: CheckedClaim): ClaimFailure | null {
  const quoted = new Set(stemsOf(quotes.map((quote) => quote.text).join('\n')));
  const about = new Set(
    stemsOf(
      [
        ...publications.map(({ title }) => title),
        ...quotes.flatMap(({ headingPath }) => headingPath),
      ].join('\n'),
    ),
  );
  const plain = plainStems();
  const known = [...quoted, ...about];
  const isForeign = (stems: readonly string[]): boolean =>
    stems.every((stem) => !plain.has(stem) && !known.some((other) => isAkin(stem, other)));
  for (const { start, end } of splitSentences(text)) {
    const told = new Map<string, boolean>();
    const all = new Set<string>();
    for (const [each] of text.slice(start, end).matchAll(word)) {
      const stems = stemsOf(each);
      if (stems.length === 0 || isLetter(each)) continue;
      all.add(each);
      const isQuoted = stems.some((stem) => quoted.has(stem));
      if (isQuoted || !stems.every((stem) => about.has(stem))) told.set(each, isQuoted);
    }
    const missing = [...told.keys()].filter((each) => told.get(each) === false);
    const found = told.size - missing.length;
    const foreign = missing.filter(
      (each) => !isName(text, start, each) && isForeign(stemsOf(each)),
    );
    const isMostlyTold = found > 0 && found / told.size >= leastShare;
    if (foreign.length === 0 && isMostlyTold && found / all.size >= leastShareOfAll) continue;
    const which =
      missing.length === 0
        ? 'the claim repeats little but titles and headings'
        : `of the claim's words ${(foreign.length > 0 ? foreign : missing).map(excerpt).join(', ')} are in none of them`;
    return { code: 'ungrounded', problem: `The quotes do not say this: ${which}.` };
  }
  return null;
}

/** A word with a capital letter that begins no sentence. */
function isName(text: string, start: number, each: string): boolean {
  return /\p{Lu}/u.test(each) && !text.slice(start).startsWith(each);
}

function isAkin(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const letters = shorter <= shortWord ? akinLetters - 1 : akinLetters;
  return shorter >= letters && left.slice(0, letters) === right.slice(0, letters);
}
