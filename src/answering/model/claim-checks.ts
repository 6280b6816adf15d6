import type { Publication } from '../../library/index.ts';
import { checkFigures } from '../figures/check-figures.ts';
import { negationAgrees } from '../quotes/negation.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** What a check looks at. */
export interface CheckedClaim {
  text: string;
  /** As they stand in their publications. */
  quotes: readonly string[];
  publications: readonly Publication[];
}

/** Returns null when the claim passes. */
export type ClaimCheck = (claim: CheckedClaim) => ClaimFailure | null;

/** Every check of a claim's text, in the order in which failures are reported. */
export const claimChecks: readonly ClaimCheck[] = [checkFiguresOf, checkNegation];

function checkFiguresOf({ text, quotes }: CheckedClaim): ClaimFailure | null {
  const checked = checkFigures(text, quotes);
  if (checked.agrees) return null;
  const missing = checked.missing.map(excerpt).join(', ');
  return {
    code: 'figures',
    problem: `These figures of the claim are in none of its quotes: ${missing}.`,
  };
}

function checkNegation({ text, quotes }: CheckedClaim): ClaimFailure | null {
  if (negationAgrees(text, quotes)) return null;
  return {
    code: 'negation',
    problem: `The claim ${excerpt(text)} denies what its quotes state, or states what they deny.`,
  };
}
