import { stemsOf } from '../quotes/stems.ts';
import { alignSentences } from './align-sentences.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

const duty =
  /\b(?:must|shall|requir(?:e[ds]?|ement|ing)|mandatory|compulsory|oblig(?:ed|ation|atory|ations)|ha(?:ve|s|d) to|necessary|duty|duties)\b/iu;
/** What a duty can be read from: a prohibition, an order, or `is to`. */
const saysDuty =
  /\b(?:(?:is|are|was|were) to|need(?:s|ed)?|cannot|never|nobody|no one|only|no longer)\b|\b(?:may|can|is|are|do|does) not\b|\bnot (?:allowed|permitted|entitled)\b|^(?:do not|ensure|make sure|always)\b|\b(?:law|legal|statutory|contract)/imu;
const advice =
  /\b(?:should|ought|recommend(?:s|ed|ation|ations)?|advis(?:e[ds]?|able)|encourag(?:e[ds]?)|need(?:s|ed)? to|ideally|preferably|good practice|expected to|asked to|urged)\b/iu;
const softer = /\b(?:should|ought|recommend(?:s|ed)?|advis(?:e[ds]?|able)|encourag(?:e[ds]?))\b/iu;
const possibility =
  /\b(?:may|might|could|can|possibl[ey]|perhaps|maybe|potential(?:ly)?|likely|unlikely|probabl[ey]|suggest(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|tend(?:s|ed)?|expect(?:s|ed)?|estimat(?:e[ds]?)|predict(?:s|ed)?|hop(?:e[ds]?)|aim(?:s|ed)?|intend(?:s|ed)?|plan(?:s|ned)? to|believ(?:e[ds]?)|thought|judged|propos(?:e[ds]?)|option|free to|able to|allow(?:s|ed)?|permitted|entitled|right to|chance|opportunity|optional|help to|way to|ways to)\b/iu;
const onlyPossible = /\b(?:may|might|could|can)\b(?! not\b)/iu;
const certainty =
  /\b(?:certain(?:ly)? to|certainly|definitely|prov(?:en|es|ed) (?:to|that)|undoubtedly|guarante(?:e[ds]?)|will definitely)\b/iu;
/** A modal and the words after it, of which the first that tells something is what may be. */
const hedged =
  /\b(?:may|might|could|can|should|ought to|likely to|expected to|appears? to|seems? to|tends? to|hopes? to|aims? to|intends? to|plans? to)\s((?:[\p{L}'-]+\s?){1,5})/giu;
const adverb = /\b(?:not|also|only|still|then|be|have|been|often|\p{L}+ly)\s/giu;
const negated = /\b(?:not|no|never|nobody|none|cannot)\b|n['\u2019]t\b/iu;

/**
 * Whether a claim is no surer than its quotes: no duty made of advice, no advice of a possibility
 * or a duty, and what they say may, can or should be, is not said to be. Being less sure of a fact is
 * taken to be careful.
 */
export function checkModality(claim: CheckedClaim): ClaimFailure | null {
  for (const { said, rests } of alignSentences(claim)) {
    const isRaised =
      (duty.test(said) && !duty.test(rests) && !saysDuty.test(rests)) ||
      (advice.test(said) && isOnlyPossible(rests)) ||
      (softer.test(said) && !duty.test(said) && duty.test(rests) && !advice.test(rests)) ||
      (certainty.test(said) && !certainty.test(rests)) ||
      statesHedged(said, rests);
    if (!isRaised) continue;
    return {
      code: 'modality',
      problem: `The claim ${excerpt(said)} is surer or stricter than its quotes: keep their “may”, “can”, “should” and “must”.`,
    };
  }
  return null;
}

function isOnlyPossible(text: string): boolean {
  return onlyPossible.test(text) && !advice.test(text) && !duty.test(text) && !saysDuty.test(text);
}

/** `It reduces …` for `It may reduce …`. */
function statesHedged(said: string, rests: string): boolean {
  if (possibility.test(said) || advice.test(said) || duty.test(said) || negated.test(rests)) {
    return false;
  }
  const stems = stemsOf(said);
  const plain = new Set(stemsOf(rests.replace(hedged, ' ')));
  return Array.from(rests.matchAll(hedged), ([, after = '']) =>
    stemsOf(` ${after}`.replace(adverb, ' ')).at(0),
  ).some((verb) => verb !== undefined && stems.includes(verb) && !plain.has(verb));
}
