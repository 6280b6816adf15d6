import {
  countDropped,
  createSupportJudge,
  type ModelCalls,
  notSupported,
} from '../../answering/index.ts';
import { type FitOptions, fitClaims } from './fit-claims.ts';
import type { SummaryClaim } from './summary-claim.ts';

/** How often claims that were refused are replaced by others. */
const mostRounds = 3;

/**
 * Chooses claims as `fitClaims` does and, where a second opinion is wanted, has those of sections
 * judged that are going to be shown: to judge all that a long publication says would cost as much as
 * reading it. Those refused make room for others; merged claims have been judged before.
 *
 * Rejects only with the reason of the signal of who asked.
 */
export async function chooseJudged(
  calls: ModelCalls,
  merged: readonly SummaryClaim[],
  own: readonly SummaryClaim[],
  options: FitOptions,
): Promise<SummaryClaim[]> {
  if (!calls.secondOpinion) return fitClaims(merged, own, options);
  const judge = createSupportJudge(calls);
  const stands = new Map(
    merged.filter((claim) => !own.includes(claim)).map((each) => [each, true]),
  );
  const isRefused = (claim: SummaryClaim): boolean => stands.get(claim) === false;
  const choose = (): SummaryClaim[] => {
    const [first, second] = [merged, own].map((claims) =>
      claims.filter((each) => !isRefused(each)),
    );
    return fitClaims(first ?? [], second ?? [], options);
  };
  for (let round = 0; round < mostRounds; round += 1) {
    const open = choose().filter((claim) => !stands.has(claim));
    if (open.length === 0) break;
    await Promise.all(
      open.map(async (claim) => {
        const isSupported = await (judge(claim) ?? true);
        stands.set(claim, isSupported);
        if (!isSupported) countDropped(calls.run, notSupported);
      }),
    );
  }
  return choose().filter((claim) => stands.get(claim) === true);
}
