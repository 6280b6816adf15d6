import type { Answer } from '../answer.ts';
import type { AnswerOutcome } from '../answer-from-passages.ts';
import { sourcesOf } from '../citations.ts';
import type { AskRequest, Exchange } from '../exchange.ts';
import type { ModelRun } from '../model/model-run.ts';
import type { ModelSession } from '../model/model-session.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { CachedAnswer } from './cached-answers.ts';

export interface RepeatableQuestion {
  /** Standalone. */
  question: string;
  request: Pick<AskRequest, 'audiences' | 'asker' | 'onProgress' | 'signal'>;
  /** The exchange before in the conversation. */
  last: Exchange | undefined;
}

/**
 * Gives the answer of the model that was given to the same question before, also when a budget is
 * spent, else has it composed and marks it to be found. Whoever asks the same twice in a row wants
 * another answer, and gets one.
 *
 * Questions asked at the same moment are all composed: to wait for somebody else's answer is to wait
 * for their Stop and their time limit, too.
 */
export async function answerOrGiveAgain(
  cache: AnswerCache,
  session: ModelSession,
  { question, request, last }: RepeatableQuestion,
  compose: () => Promise<AnswerOutcome>,
): Promise<AnswerOutcome> {
  const { run } = session;
  const { audiences, asker, signal } = request;
  const key = await cache.keyOf(question, audiences);
  const isAskedAgain = last?.modelRun?.cacheKey === key && last.asker === (asker ?? null);
  const cached = isAskedAgain ? null : await cache.find(key);
  signal?.throwIfAborted();
  if (cached !== null) {
    session.giveAgain(cached.exchangeId);
    run.cacheKey = key;
    tell(cached, request);
    return { answer: cached.answer, confidence: cached.confidence };
  }
  const outcome = await compose();
  if (isComplete(outcome.answer, run)) run.cacheKey = key;
  return outcome;
}

/** Whether it is all that the model has to say: a stand-in is not given again, the model is asked. */
function isComplete(answer: Answer, { failure, offered, steps }: ModelRun): boolean {
  if (failure !== null) return false;
  if (answer.kind === 'answer') return answer.composer === 'model';
  return offered === 0 && steps.some(({ step }) => step === 'compose');
}

function tell({ answer }: CachedAnswer, { onProgress }: RepeatableQuestion['request']): void {
  if (answer.kind === 'abstention') return;
  for (const claim of answer.claims) {
    onProgress?.({ kind: 'claim', claim, sources: sourcesOf(claim, answer.sources) });
  }
}
