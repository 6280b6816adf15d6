import { z } from 'zod';
import { asData, ChatModelError } from '../../prompting/index.ts';
import { isParaphrase } from './is-paraphrase.ts';
import type { ModelCalls } from './model-calls.ts';
import type { VerifiedClaim } from './verified-claim.ts';

/**
 * Asks for a second opinion on a claim that has passed every check. Null when none is needed; false
 * when the model says that the quotes do not say what the claim says. Without an opinion that can be
 * read the claim stands, since the checks have passed.
 *
 * The promise rejects only with the reason of the signal of who asked.
 */
export type JudgeSupport = (claim: VerifiedClaim) => Promise<boolean> | null;

/** Of one answer, so that judging leaves room for the answers of others. */
const mostAtOnce = 2;
const mostTokens = 200;
const form = z.object({ supported: z.boolean() });

/** Creates the judge of an answer's claims; it judges none when no second opinion is wanted. */
export function createSupportJudge(calls: ModelCalls): JudgeSupport {
  const waiting: (() => void)[] = [];
  let free = mostAtOnce;

  async function judgeInTurn(claim: VerifiedClaim): Promise<boolean> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await judge(calls, claim);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  return (claim) => (calls.secondOpinion && isParaphrase(claim) ? judgeInTurn(claim) : null);
}

async function judge(calls: ModelCalls, { text, quotes }: VerifiedClaim): Promise<boolean> {
  const opinion = await calls
    .read(
      {
        step: 'judge',
        prompt: 'judge-support',
        values: (marker) => ({
          quotes: quotes.map((quote) => asData('quote', quote.text, marker)).join('\n\n'),
          claim: asData('claim', text, marker),
        }),
        mostTokens,
      },
      form,
    )
    .catch((error: unknown) => {
      if (error instanceof ChatModelError) return null;
      throw error;
    });
  return opinion?.supported ?? true;
}
