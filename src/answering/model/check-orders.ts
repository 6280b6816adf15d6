import { holdsOrder } from '../orders/find-orders.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Whether a claim tells its readers something, and gives no orders to a language model. */
export function checkOrders({ text }: CheckedClaim): ClaimFailure | null {
  if (!holdsOrder(text)) return null;
  return {
    code: 'instruction',
    problem: `The claim ${excerpt(text)} gives orders instead of answering: say what the passages say about the question.`,
  };
}
