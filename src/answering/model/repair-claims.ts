import { asData, ChatModelError } from '../../prompting/index.ts';
import type { AskForClaims } from './ask-for-claims.ts';
import type { ClaimDraft, OfferedClaim } from './claim-draft.ts';
import { type ClaimIntakeParts, notSupported, type RejectedClaim } from './claim-intake.ts';
import type { ModelRun } from './model-run.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Claims that get a second attempt. */
const mostRepairs = 3;
const mostTokens = 600;

export interface RepairParts<Offered extends OfferedClaim = OfferedClaim>
  extends ClaimIntakeParts<Offered> {
  ask: AskForClaims;
  run: Pick<ModelRun, 'repaired' | 'failure'>;
}

/**
 * Gives the first rejected claims one more attempt each, in which the model sees what was wrong; what
 * passes then is shown. Gives those that stay rejected, each with the check it failed last. Ends
 * early when the model fails, which `run` says.
 *
 * Rejects only with the reason of the signal of who asked.
 */
export async function repairClaims<Offered extends OfferedClaim>(
  rejected: readonly RejectedClaim<Offered>[],
  parts: RepairParts<Offered>,
): Promise<RejectedClaim<Offered>[]> {
  const { run } = parts;
  const dropped = rejected.slice(mostRepairs);
  const second = rejected.slice(0, mostRepairs);
  for (const [index, one] of second.entries()) {
    try {
      const failure = await repair(one, parts);
      if (failure === null) run.repaired += 1;
      else dropped.push({ ...one, failure });
    } catch (error) {
      if (!(error instanceof ChatModelError)) throw error;
      run.failure = error.failure;
      dropped.push(...second.slice(index));
      break;
    }
  }
  return dropped;
}

async function repair<Offered extends OfferedClaim>(
  { offered, failure }: RejectedClaim<Offered>,
  { ask, verify, judge, show }: RepairParts<Offered>,
): Promise<ClaimFailure | null> {
  const again = ask({
    step: 'repair',
    prompt: 'repair-claim',
    values: (marker) => ({
      claim: asData('claim', writtenOut(offered), marker),
      problem: asData('problem', failure.problem, marker),
    }),
    mostTokens,
  });
  const first = await again.next();
  // Read to its end before the claim is judged: there the service says what it cost, and it may serve
  // one request at a time.
  for (let next = first; !next.done; ) next = await again.next();
  // Nothing offered: the model gives the claim up.
  if (first.done) return failure;
  // It keeps its number, and the claim with which it disagrees.
  const repaired = { ...offered, text: first.value.text, quotes: first.value.quotes };
  const checked = verify(repaired);
  if ('failure' in checked) return checked.failure;
  if (!(await (judge(checked.claim) ?? true))) return notSupported;
  show(checked.claim, repaired);
  return null;
}

/** A claim with its quotes, as it is given back to the model. */
function writtenOut({ text, quotes }: ClaimDraft): string {
  return [text, ...quotes.map(({ passage, quote }) => `${passage}: ${quote}`)].join('\n');
}
