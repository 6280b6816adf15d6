import { splitSentences } from '../../library/index.ts';
import type { CheckedClaim } from './claim-check.ts';
import type { ClaimFailure } from './verified-claim.ts';

const mostSentences = 2;

/** Whether a claim is one or two sentences: longer ones say more than anybody can check at a glance. */
export function checkLength({ text }: CheckedClaim): ClaimFailure | null {
  if (splitSentences(text).length <= mostSentences) return null;
  return {
    code: 'too-long',
    problem: 'The claim must be one or two sentences; keep what its quotes support.',
  };
}
