import type { Publication } from '../../library/index.ts';
import type { Quote } from '../answer.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** What a check looks at: a claim's text, and what was found to stand behind it. */
export interface CheckedClaim {
  text: string;
  /** Verified; at least one. */
  quotes: readonly Quote[];
  /** Those of the quotes. */
  publications: readonly Publication[];
}

/** Returns null when the claim passes. */
export type ClaimCheck = (claim: CheckedClaim) => ClaimFailure | null;
