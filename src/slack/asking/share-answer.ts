import type { Answered, AskQuestion, Exchange, ExchangeStore } from '../../answering/index.ts';
import type { Clock } from '../../clock.ts';
import { type Deliver, type DeliveryStore, MessageRejected } from '../../messaging/index.ts';
import { type Audience, audienceOfAnswer, type Directory } from '../../people/index.ts';
import { answerMessages } from '../blocks/answer-messages.ts';
import type { Piece } from '../blocks/piece.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import { askedElsewhere, questionLine } from '../blocks/question-line.ts';
import { mayNotShareFooter, plainFooter, withFooter } from '../blocks/share-footer.ts';
import { withIntroduction } from '../blocks/with-introduction.ts';
import type { ShareRequest } from '../incoming/share-request.ts';
import type { LibraryView } from '../library-view.ts';
import { type Respond, ResponseAddressGone } from '../web/response-address.ts';
import { beginThread } from './begin-thread.ts';
import { exchangeIdOf } from './exchange-id.ts';
import { describeObstacles, findObstacles } from './may-share.ts';

export interface ShareAnswerOptions {
  ask: AskQuestion;
  exchanges: ExchangeStore;
  library: LibraryView;
  directory: Directory;
  deliver: Deliver;
  deliveries: DeliveryStore;
  respond: Respond;
  clock: Clock;
}

/**
 * Shows a channel the answer that one person got there, once, however often they press the button;
 * first it is looked up again who asked and what everybody in the channel may read.
 */
export type ShareAnswer = (request: ShareRequest, signal: AbortSignal) => Promise<void>;

const notKept = 'This answer is not kept any more, so it was not shared. Please ask again.';
const notYours = 'Only the person who asked can share an answer.';
const isShared = 'Shared with the channel.';
const silent =
  'With what everybody here may read, the library does not answer this. Nothing was shared.';
const notThere =
  'Concord cannot write here, so the answer was not shared. Invite it with /invite @Concord and press the button again.';

interface Shareable extends Exchange {
  answer: Answered;
}

export function createShareAnswer(options: ShareAnswerOptions): ShareAnswer {
  const { ask, exchanges, directory, deliver, deliveries, respond } = options;

  /** Changes what the asker sees, who may have left it alone for too long. */
  async function update({ responseUrl }: ShareRequest, exchange: Shareable, footer: Piece[]) {
    const asked = askedElsewhere(exchange.question, null);
    const shown = withIntroduction(asked, answerMessages(exchange, []));
    const content = withFooter(shown, footer).at(-1);
    if (content === undefined) return;
    await respond(responseUrl, content, { replaceOriginal: true }).catch(ignoreGone);
  }

  const say = (request: ShareRequest, sentence: string): Promise<void> =>
    respond(request.responseUrl, plainMessage(sentence)).catch(ignoreGone);

  async function post(
    request: ShareRequest,
    original: Shareable,
    shared: Shareable,
    audiences: readonly Audience[],
    signal: AbortSignal,
  ): Promise<void> {
    // Refused before, perhaps for want of an invitation that has come since.
    for (const { id, state } of await deliveries.about(subjectOf(original), request.channel)) {
      if (state === 'failed') await deliveries.forget(id);
    }
    const line = questionLine(request.user, original.question);
    const contents = withIntroduction(line, answerMessages(shared, []));
    let thread: string | null = null;
    for (const [index, content] of contents.entries()) {
      const place = { channel: request.channel, thread, answers: thread };
      const occasion = index === 0 ? 'answer' : `answer-${index + 1}`;
      const sent = await deliver(
        { subject: subjectOf(original), occasion, content, ...place },
        signal,
      );
      thread ??= sent;
    }
    if (thread === null) return;
    const { channel } = request;
    await beginThread(options, { exchange: shared, channel, ts: thread, audiences });
  }

  async function askAgain(
    original: Shareable,
    audiences: readonly Audience[],
    signal: AbortSignal,
  ): Promise<Exchange> {
    return ask({
      question: original.question,
      conversation: subjectOf(original),
      audiences,
      exchangeId: exchangeIdOf(subjectOf(original), '', audiences),
      ...(original.asker === null ? {} : { asker: original.asker }),
      signal,
    });
  }

  return async (request, signal) => {
    const original = await exchanges.find(request.exchangeId);
    if (original === null || !isShareable(original)) return say(request, notKept);
    if (original.asker !== request.user) return say(request, notYours);
    const { audiences } = await audienceOfAnswer(directory, request.user, request.channel);
    const obstacles = await findObstacles(options, original.answer, audiences);
    if (obstacles !== null && !request.askAgain) {
      const footer = mayNotShareFooter(original.id, describeObstacles(obstacles));
      return update(request, original, footer);
    }
    const shared = obstacles === null ? original : await askAgain(original, audiences, signal);
    if (!isShareable(shared)) return update(request, original, plainFooter(silent));
    try {
      await post(request, original, shared, audiences, signal);
    } catch (error) {
      if (!(error instanceof MessageRejected) || error.contentAtFault) throw error;
      return say(request, notThere);
    }
    await update(request, original, plainFooter(isShared));
  };
}

function isShareable(exchange: Exchange): exchange is Shareable {
  return exchange.answer.kind === 'answer';
}

const subjectOf = ({ id }: Exchange): string => `share:${id}`;

function ignoreGone(error: unknown): void {
  if (!(error instanceof ResponseAddressGone)) throw error;
}
