import { checkFigures } from '../figures/check-figures.ts';
import { negationAgrees } from '../quotes/negation.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkCause } from './check-cause.ts';
import { checkDirection } from './check-direction.ts';
import { checkGrounding } from './check-grounding.ts';
import { checkLength } from './check-length.ts';
import { checkLinks } from './check-links.ts';
import { checkModality } from './check-modality.ts';
import { checkNames } from './check-names.ts';
import { checkOrders } from './check-orders.ts';
import { checkReadable } from './check-readable.ts';
import { checkScope } from './check-scope.ts';
import type { CheckedClaim, ClaimCheck } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Every check of a claim's text, in the order in which failures are reported. */
export const claimChecks: readonly ClaimCheck[] = [
  checkReadable,
  checkLinks,
  checkLength,
  checkOrders,
  checkFiguresOf,
  checkAmounts,
  checkNegation,
  checkDirection,
  checkScope,
  checkModality,
  checkCause,
  checkNames,
  checkGrounding,
];

function checkFiguresOf({ text, quotes }: CheckedClaim): ClaimFailure | null {
  const checked = checkFigures(
    text,
    quotes.map((quote) => quote.text),
  );
  if (checked.agrees) return null;
  const missing = checked.missing.map(excerpt).join(', ');
  return {
    code: 'figures',
    problem: `These figures of the claim are in none of its quotes: ${missing}.`,
  };
}

function checkNegation({ text, quotes }: CheckedClaim): ClaimFailure | null {
  const stated = quotes.map((quote) => quote.text);
  if (negationAgrees(text, stated)) return null;
  return {
    code: 'negation',
    problem: `The claim ${excerpt(text)} denies what its quotes state, or states what they deny.`,
  };
}
