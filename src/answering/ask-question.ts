import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import { createRerankedRetriever, type Retriever } from '../retrieval/index.ts';
import { answerFromLibrary } from './answer-from-library.ts';
import { type AnswerOutcome, abstain } from './answer-from-passages.ts';
import type { AnswerCache } from './cache/answer-cache.ts';
import { answerOrGiveAgain } from './cache/answer-or-give-again.ts';
import type { AskQuestion, AskRequest, Exchange, ExchangeStore } from './exchange.ts';
import type { SearchParts } from './find-passages.ts';
import type { ModelSession, OpenModelSession } from './model/model-session.ts';
import { createModelReranker } from './model/rerank-passages.ts';
import { isQuestion } from './question/is-question.ts';
import { redactIdentifiers } from './question/redact.ts';
import { makeStandAlone, rememberConversation } from './stand-alone.ts';

/** What answering needs of the rest. */
export interface AskQuestionParts extends SearchParts {
  /** Null when no model is configured: answers are then made of the library's own sentences. */
  openModelSession: OpenModelSession | null;
  /** Left out, a model answers every question anew. */
  cache?: AnswerCache | null;
  /** Whether the model puts what is retrieved in order; left out, it does not. */
  rerankWithModel?: boolean;
  exchanges: ExchangeStore;
  clock: Clock;
  log: Log;
  newId(): string;
}

/** What came of a question. */
type Answered = AnswerOutcome & Pick<Exchange, 'standaloneQuestion'>;

/**
 * Creates the function that answers: identifiers of people taken out, follow-ups made to stand
 * alone, the answer of a model to the same question given again, or else passages retrieved, claims
 * chosen or composed and verified, or an abstention; the exchange stored before it is returned.
 * Rejects with the signal's reason when the signal aborts before that.
 */
export function createAskQuestion(parts: AskQuestionParts): AskQuestion {
  return async (request) => {
    const id = request.exchangeId ?? parts.newId();
    const stored = await parts.exchanges.find(id);
    if (stored !== null) return stored;
    const askedAt = parts.clock.now();
    const { text: question, found: identifiers } = redactIdentifiers(request.question.trim());
    const session = isQuestion(question) ? await openSession(parts, request) : null;
    const outcome = await answer(parts, question, request, session).finally(() =>
      session?.finish(),
    );
    request.signal?.throwIfAborted();
    const exchange: Exchange = {
      id,
      conversation: request.conversation,
      question,
      audiences: [...request.audiences],
      ...outcome,
      modelRun: session?.run ?? null,
      askedAt,
      durationMs: Math.max(0, parts.clock.now() - askedAt),
      asker: request.asker ?? null,
    };
    await parts.exchanges.save(exchange);
    parts.log.info(
      {
        exchange_id: id,
        outcome: outcome.answer.kind === 'answer' ? 'answer' : outcome.answer.reason,
        confidence: outcome.confidence,
        identifiers: identifiers.length,
        duration_ms: exchange.durationMs,
      },
      'question-answered',
    );
    // Somebody else may have answered under the same id meanwhile; the first one counts.
    return (await parts.exchanges.find(id)) ?? exchange;
  };
}

async function openSession(
  { openModelSession }: AskQuestionParts,
  { asker, conversation, signal }: AskRequest,
): Promise<ModelSession | null> {
  if (openModelSession === null) return null;
  const [channel] = conversation.split(':');
  return openModelSession({ asker, channel, signal });
}

async function answer(
  parts: AskQuestionParts,
  question: string,
  request: AskRequest,
  session: ModelSession | null,
): Promise<Answered> {
  const conversation = await rememberConversation(parts.exchanges, request);
  const calls = session?.calls ?? null;
  const standaloneQuestion = await makeStandAlone(question, conversation, calls);
  if (!isQuestion(question)) {
    return { standaloneQuestion, confidence: 0, answer: abstain('no-question', []) };
  }
  const search = session === null ? parts : { ...parts, retriever: retrieverFor(parts, session) };
  const compose = (): Promise<AnswerOutcome> =>
    answerFromLibrary(search, standaloneQuestion, request, calls);
  const { cache } = parts;
  if (!cache || session === null) return { standaloneQuestion, ...(await compose()) };
  const repeatable = { question: standaloneQuestion, request, last: conversation.at(-1) };
  return {
    standaloneQuestion,
    ...(await answerOrGiveAgain(cache, session, repeatable, compose)),
  };
}

/** Searches with the clock running, the model's order left out of that. */
function retrieverFor(
  { retriever, rerankWithModel = false }: AskQuestionParts,
  { calls, retrieving }: ModelSession,
): Retriever {
  const timed: Retriever = {
    retrieve: (request) => retrieving.time(() => retriever.retrieve(request)),
  };
  if (!rerankWithModel || calls === null) return timed;
  return createRerankedRetriever(timed, createModelReranker(calls));
}
