import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import type { Claim, Source } from './answer.ts';
import { type AnswerOutcome, abstain, answerFromPassages } from './answer-from-passages.ts';
import { sourcesOf } from './citations.ts';
import type { AskQuestion, AskRequest, Exchange, ExchangeStore } from './exchange.ts';
import { findPassages, type SearchParts } from './find-passages.ts';
import { composeClaims } from './model/compose-claims.ts';
import type { ModelCalls } from './model/model-calls.ts';
import type { ModelSession, OpenModelSession } from './model/model-session.ts';
import { isQuestion } from './question/is-question.ts';
import { redactIdentifiers } from './question/redact.ts';
import { makeStandAlone, rememberConversation } from './stand-alone.ts';

/** What answering needs of the rest. */
export interface AskQuestionParts extends SearchParts {
  /** Null when no model is configured: answers are then made of the library's own sentences. */
  openModelSession: OpenModelSession | null;
  exchanges: ExchangeStore;
  clock: Clock;
  log: Log;
  newId(): string;
}

/** What came of a question. */
type Answered = AnswerOutcome & Pick<Exchange, 'standaloneQuestion'>;

/**
 * Creates the function that answers: identifiers of people taken out, follow-ups made to stand
 * alone, passages retrieved, sentences chosen and verified, or an abstention; the exchange stored
 * before it is returned. Rejects with the signal's reason when the signal aborts before that.
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
  const calls = session?.calls ?? null;
  const conversation = await rememberConversation(parts.exchanges, request);
  const standaloneQuestion = await makeStandAlone(question, conversation, calls);
  const outcome = isQuestion(question)
    ? await answerFromLibrary(parts, standaloneQuestion, request, calls)
    : { confidence: 0, answer: abstain('no-question', []) };
  return { standaloneQuestion, ...outcome };
}

/**
 * Searches, reads and answers, telling of each step. Where a model gives no answer that holds, the
 * library's own sentences do.
 */
async function answerFromLibrary(
  parts: AskQuestionParts,
  question: string,
  request: AskRequest,
  calls: ModelCalls | null,
): Promise<AnswerOutcome> {
  const { onProgress } = request;
  onProgress?.({ kind: 'searching' });
  const gathered = await findPassages(parts, question, request);
  const { texts, found } = gathered;
  const { passages } = found;
  const publications = new Set(passages.map(({ publication }) => publication.id)).size;
  onProgress?.({ kind: 'reading', publications, passages: passages.length });
  const onClaim = (claim: Claim, sources: Source[]): void =>
    onProgress?.({ kind: 'claim', claim, sources });
  const extractive = answerFromPassages(gathered);
  const { confidence } = extractive;
  if (calls !== null && passages.length > 0) {
    const now = parts.clock.now();
    const composed = await composeClaims(calls, { question, passages, texts, now, onClaim });
    if (composed.answer !== null) return { confidence, answer: composed.answer };
    if (composed.foundNothing) {
      return { confidence, answer: abstain('evidence-too-weak', passages) };
    }
  }
  const { answer } = extractive;
  if (answer.kind === 'answer') {
    for (const claim of answer.claims) onClaim(claim, sourcesOf(claim, answer.sources));
  }
  return { confidence, answer };
}
