import type { PublicationText } from '../../library/index.ts';
import { ChatModelError } from '../../prompting/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { Answered, Claim, Source } from '../answer.ts';
import { createAnswerUnderWay } from './answer-under-way.ts';
import { type AskForClaims, createAskForClaims } from './ask-for-claims.ts';
import type { OfferedClaim } from './claim-draft.ts';
import { type ClaimIntake, createClaimIntake } from './claim-intake.ts';
import { createSupportJudge } from './judge-support.ts';
import type { ModelCalls } from './model-calls.ts';
import { countDropped, type ModelRun } from './model-run.ts';
import { repairClaims } from './repair-claims.ts';
import { labelPassages } from './show-passages.ts';
import { verifyClaim } from './verify-claim.ts';

export interface ComposeRequest {
  /** Standalone, identifiers of people redacted. */
  question: string;
  /** Best first; at least one. */
  passages: readonly RetrievedPassage[];
  /** Of the passages' publications, by id. */
  texts: ReadonlyMap<string, PublicationText>;
  /** UTC ms. */
  now: number;
  /** Told of each claim once it is verified, and judged where that is wanted. */
  onClaim?(claim: Claim, sources: Source[]): void;
}

export interface ComposeOutcome {
  /** Null when no claim was verified. */
  answer: Answered | null;
  /** Whether the model came to its end and offered nothing: it finds no answer in the passages. */
  foundNothing: boolean;
}

const mostTokens = 2_000;

/**
 * Composes an answer with a model of which nothing is believed: each claim is verified as it
 * arrives, and shown only then. One that fails gets one more attempt, after the others. A model that
 * gives no answer is no error: `run.failure` says why.
 *
 * Rejects only with the reason of the signal of who asked.
 */
export async function composeClaims(
  calls: ModelCalls,
  request: ComposeRequest,
): Promise<ComposeOutcome> {
  const { run } = calls;
  const passages = labelPassages(request.passages);
  const ask = createAskForClaims(calls, request.question, passages);
  const answer = createAnswerUnderWay(request.onClaim);
  const parts = {
    verify: (offered: OfferedClaim) => verifyClaim(offered, passages, request.texts),
    judge: createSupportJudge(calls),
    show: answer.show,
  };
  const intake = createClaimIntake(parts);
  const today = new Date(request.now).toISOString().slice(0, 10);
  const isRead = await takeClaims(ask, today, intake, run);
  const rejected = await intake.settle();
  const dropped = isRead ? await repairClaims(rejected, { ...parts, ask, run }) : rejected;
  for (const one of dropped) countDropped(run, one.failure);
  return {
    answer: answer.finish(),
    foundNothing: run.failure === null && run.offered === 0,
  };
}

/** Hands on what the model offers; false when the model failed before its end, which `run` says. */
async function takeClaims(
  ask: AskForClaims,
  today: string,
  intake: ClaimIntake,
  run: ModelRun,
): Promise<boolean> {
  const values = (): Record<string, string> => ({ today });
  const offered = ask({ step: 'compose', prompt: 'compose-answer', values, mostTokens });
  try {
    let next = await offered.next();
    for (; !next.done; next = await offered.next()) {
      run.offered += 1;
      intake.take(next.value);
    }
    run.offered += next.value.skipped;
    if (!next.value.complete) run.failure ??= 'malformed';
    return true;
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    run.failure = error.failure;
    return false;
  }
}
