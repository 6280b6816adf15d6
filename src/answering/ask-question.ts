import type { Clock } from '../clock.ts';
import type { PublicationText } from '../library/index.ts';
import type { Log } from '../observability/log.ts';
import type { RetrievalResult, Retriever } from '../retrieval/index.ts';
import { type AnswerOutcome, answerFromPassages } from './answer-from-passages.ts';
import type { AskQuestion, AskRequest, Exchange, ExchangeStore } from './exchange.ts';
import type { TermStatistics } from './term-statistics.ts';

/** What answering needs of the rest. */
export interface AskQuestionParts {
  retriever: Retriever;
  /** As they are now; read once for each question. */
  termStatistics(): TermStatistics;
  /** Texts of publications by id; unknown ids are left out. */
  publicationTexts(ids: readonly string[]): Promise<ReadonlyMap<string, PublicationText>>;
  exchanges: ExchangeStore;
  clock: Clock;
  log: Log;
  newId(): string;
}

const passageLimit = 12;

/**
 * Creates the function that answers: follow-ups resolved, passages retrieved, sentences chosen and
 * verified, or an abstention; the exchange stored before it is returned.
 */
export function createAskQuestion(parts: AskQuestionParts): AskQuestion {
  return async (request) => {
    const id = request.exchangeId ?? parts.newId();
    const stored = await parts.exchanges.find(id);
    if (stored !== null) return stored;
    const askedAt = parts.clock.now();
    request.signal?.throwIfAborted();
    const question = request.question.trim();
    const result = await retrieve(parts.retriever, question, request);
    const outcome = await answer(parts, question, result);
    request.signal?.throwIfAborted();
    const exchange: Exchange = {
      id,
      conversation: request.conversation,
      question,
      standaloneQuestion: question,
      audiences: [...request.audiences],
      ...outcome,
      askedAt,
      durationMs: Math.max(0, parts.clock.now() - askedAt),
    };
    await parts.exchanges.save(exchange);
    return exchange;
  };
}

function retrieve(
  retriever: Retriever,
  query: string,
  { audiences, signal }: AskRequest,
): Promise<RetrievalResult> {
  return retriever.retrieve({
    query,
    audiences,
    limit: passageLimit,
    ...(signal === undefined ? {} : { signal }),
  });
}

async function answer(
  parts: AskQuestionParts,
  question: string,
  found: RetrievalResult,
): Promise<AnswerOutcome> {
  const ids = [...new Set(found.passages.map(({ publication }) => publication.id))];
  const texts = await parts.publicationTexts(ids);
  return answerFromPassages({ question, found, statistics: parts.termStatistics(), texts });
}
