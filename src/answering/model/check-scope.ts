import { stemsOf } from '../quotes/stems.ts';
import { alignSentences } from './align-sentences.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

const number = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)';
const all =
  /\b(?:(?<!(?:half|third|thirds|quarter|quarters|%|\d) of )all|every|everyone|everybody|everywhere|always|entire|invariably|universally|any|each)\b(?!\s(?:\d|of the \d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b))/iu;
const saysAll =
  /\b(?:all|every|each|everyone|everybody|everywhere|always|any|anyone|anybody|whole|entire|per|no|none|nobody|nothing|never|without exception)\b|\b100%|\d\san?\s|\d%|\san?\s(?:patient|person|year|month|week|day)\b/iu;
/** As `all`, of a number of things, too: `all 42 people`. */
const wholes =
  /\b(?:(?<!(?:half|thirds?|quarters?|%|\d) of )all|every|everyone|everybody|always|each)\b/iu;
/** Says it of all even where it speaks of some as well. */
const isWhole = /\b(?:all|every|each|everyone|everybody|always|any|per|no|nobody|never|none)\b/iu;
const never = /\b(?:never|under no circumstances|at no time)\b/iu;
const saysNever = /\b(?:never|no|none|nobody|nothing|no one|always|under no|at no)\b/iu;
const most =
  /\b(?:(?<!at )most|majority|mostly|mainly|predominantly|nearly all|almost all|largely)\b/iu;
const saysMost =
  /\b(?:most|majority|mostly|mainly|predominantly|largely|all|every|each|main|nearly|(?:more than|over) half|(?:six|seven|eight|nine) (?:in|out of) (?:ten)|three (?:in|out of) four|two thirds|three quarters)\b|(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?%/iu;
const few = /\b(?:few|minority|hardly any|rarely|seldom)\b/iu;
const saysFew =
  /\b(?:few|fewer|minority|hardly|rare|rarely|seldom|little|low|no|not|none|only)\b|%/iu;
const some = /\b(?:some|several|a number of|certain|a few)\b/iu;
const onlyAll = /\b(?:all|every|each|everyone|everybody)\b/iu;
const only =
  /\b(?:(?<!not )only|solely|exclusively|alone)\b(?!\s(?:about\s|around\s)?[\u00a3$\u20ac]?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b))/iu;
const saysOnly =
  /\b(?:only|solely|exclusively|alone|just|no|not|never|nobody|none|unless|except|without|limited|restricted|confined|reserved|sole)\b|n['\u2019]t\b/iu;
const isConditional = /\b(?:if|when|where|must|requir\w*|need\w*)\b/iu;
/** What only part of it is spoken of, and the words after it. */
const partOf = new RegExp(
  `\\b(?:some|several|a number of|certain|a few|few|many|most|(?:the|a) (?:majority|minority|part|half) of|half of|${number} (?:in|out of|of) (?:the )?${number}|\\d+% of)\\s(?:of the |of |the )?((?:[\\p{L}'-]+\\s?){1,3})`,
  'giu',
);
const isPartial = new RegExp(
  `\\b(?:some|several|numbers? of|certain|few|many|most|majority|minority|part|often|sometimes|mostly|mainly|generally|usually|typically|largely|can|may|might|others|where|those|half|thirds?|quarters?|fifths?|${number})\\b`,
  'iu',
);

/**
 * Whether a claim speaks of as many as its quotes do: `all` needs an `all` in them, `most` no less
 * than a majority, `only` a limit, `never` a never; and what is said of some or most may not be said
 * without either. A mere plural is taken to say no more than another.
 */
export function checkScope(claim: CheckedClaim): ClaimFailure | null {
  for (const { said, rests } of alignSentences(claim)) {
    const goesFurther =
      (all.test(said) && !saysAll.test(rests)) ||
      (wholes.test(said) && !isWhole.test(rests) && isPart(rests)) ||
      (never.test(said) && !saysNever.test(rests)) ||
      (most.test(said) && !saysMost.test(rests)) ||
      (few.test(said) && !saysFew.test(rests)) ||
      (some.test(said) && onlyAll.test(rests) && !some.test(rests)) ||
      (only.test(said) && !saysOnly.test(rests)) ||
      (only.test(rests) && !saysOnly.test(said) && !isConditional.test(said)) ||
      leavesOutPart(said, rests);
    if (!goesFurther) continue;
    return {
      code: 'scope',
      problem: `The claim ${excerpt(said)} speaks of more or fewer than its quotes do: keep their “some”, “most”, “all” and “only”.`,
    };
  }
  return null;
}

const isPart = (text: string): boolean => [...text.matchAll(partOf)].length > 0;

/** `Practices …` for `Some practices …`. */
function leavesOutPart(said: string, rests: string): boolean {
  if (isPartial.test(said)) return false;
  const stems = new Set(stemsOf(said));
  return Array.from(rests.matchAll(partOf), ([, after = '']) => stemsOf(after)).some(
    ([first]) => first !== undefined && stems.has(first),
  );
}
