import type { Clock } from '../clock.ts';
import type { PublicationText } from '../library/index.ts';
import type { Log } from '../observability/log.ts';
import type { RetrievalResult, Retriever } from '../retrieval/index.ts';
import type { Claim, Source } from './answer.ts';
import {
  type AnswerOutcome,
  type AnswerRequest,
  abstain,
  answerFromPassages,
} from './answer-from-passages.ts';
import { sourcesOf } from './citations.ts';
import type { AskQuestion, AskRequest, Exchange, ExchangeStore } from './exchange.ts';
import type { ComposeWithModel } from './model/compose-with-model.ts';
import type { ModelRun } from './model/model-run.ts';
import type { EarlierExchange } from './question/earlier-exchange.ts';
import { isQuestion } from './question/is-question.ts';
import { redactIdentifiers } from './question/redact.ts';
import { resolveFollowUp } from './question/resolve-follow-up.ts';
import type { TermStatistics } from './term-statistics.ts';

/** What answering needs of the library. */
export interface SearchParts {
  retriever: Retriever;
  /** As they are now; read once for each question. */
  termStatistics(): TermStatistics;
  /** Texts of publications by id; unknown ids are left out. */
  publicationTexts(ids: readonly string[]): Promise<ReadonlyMap<string, PublicationText>>;
}

/** What answering needs of the rest. */
export interface AskQuestionParts extends SearchParts {
  /** Null when no model is configured: answers are then made of the library's own sentences. */
  composeWithModel: ComposeWithModel | null;
  exchanges: ExchangeStore;
  clock: Clock;
  log: Log;
  newId(): string;
}

const passagesPerQuestion = 12;
/** How far back a follow-up may reach. */
const exchangesRemembered = 5;

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
    const standaloneQuestion = resolveFollowUp(
      question,
      await findEarlier(parts.exchanges, request),
    );
    const outcome = isQuestion(question)
      ? await answerFromLibrary(parts, standaloneQuestion, request)
      : { confidence: 0, answer: abstain('no-question', []), modelRun: null };
    request.signal?.throwIfAborted();
    const exchange: Exchange = {
      id,
      conversation: request.conversation,
      question,
      standaloneQuestion,
      audiences: [...request.audiences],
      ...outcome,
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

/**
 * Searches, reads and answers, telling of each step. Where a model gives no answer that holds, the
 * library's own sentences do.
 */
async function answerFromLibrary(
  parts: AskQuestionParts,
  question: string,
  request: AskRequest,
): Promise<AnswerOutcome & Pick<Exchange, 'modelRun'>> {
  const { onProgress } = request;
  onProgress?.({ kind: 'searching' });
  const gathered = await gather(parts, question, request);
  const { passages } = gathered.found;
  const publications = new Set(passages.map(({ publication }) => publication.id)).size;
  onProgress?.({ kind: 'reading', publications, passages: passages.length });
  const onClaim = (claim: Claim, sources: Source[]): void =>
    onProgress?.({ kind: 'claim', claim, sources });
  const extractive = answerFromPassages(gathered);
  const { confidence } = extractive;
  let modelRun: ModelRun | null = null;
  if (parts.composeWithModel !== null && passages.length > 0) {
    const { asker, conversation, signal } = request;
    const [channel] = conversation.split(':');
    const { texts = new Map() } = gathered;
    const composed = await parts.composeWithModel({
      question,
      passages,
      texts,
      onClaim,
      ...(asker === undefined ? {} : { asker }),
      ...(channel === undefined ? {} : { channel }),
      ...(signal === undefined ? {} : { signal }),
    });
    modelRun = composed.run;
    if (composed.answer !== null) return { confidence, answer: composed.answer, modelRun };
    if (composed.foundNothing) {
      return { confidence, answer: abstain('evidence-too-weak', passages), modelRun };
    }
  }
  const { answer } = extractive;
  if (answer.kind === 'answer') {
    for (const claim of answer.claims) onClaim(claim, sourcesOf(claim, answer.sources));
  }
  return { confidence, answer, modelRun };
}

/** Retrieves for a standalone question and loads what is needed to read the passages. */
export async function gather(
  parts: SearchParts,
  question: string,
  { audiences, signal }: Pick<AskRequest, 'audiences' | 'signal'>,
): Promise<AnswerRequest & { found: RetrievalResult }> {
  signal?.throwIfAborted();
  const found = await parts.retriever.retrieve({
    query: question,
    audiences,
    limit: passagesPerQuestion,
    ...(signal === undefined ? {} : { signal }),
  });
  signal?.throwIfAborted();
  const ids = [...new Set(found.passages.map(({ publication }) => publication.id))];
  const texts = await parts.publicationTexts(ids);
  return { question, found, statistics: parts.termStatistics(), texts };
}

/**
 * The last exchange of the conversation that asked something and that this person might have had
 * themselves: what was answered for others must not flow into their question.
 */
async function findEarlier(
  exchanges: ExchangeStore,
  { conversation, audiences }: AskRequest,
): Promise<EarlierExchange | null> {
  const latest = await exchanges.latest(conversation, exchangesRemembered);
  const last = latest.findLast(
    ({ answer, audiences: theirs }) =>
      !(answer.kind === 'abstention' && answer.reason === 'no-question') &&
      theirs.every((audience) => audiences.includes(audience)),
  );
  if (last === undefined) return null;
  const { standaloneQuestion, answer } = last;
  const claim = answer.kind === 'answer' ? (answer.claims[0]?.text ?? null) : null;
  return { question: standaloneQuestion, claim };
}
