import { createHash } from 'node:crypto';
import type { AskQuestion, Exchange } from '../answering/index.ts';
import type { Deliver, MessageContent, Messenger, Pause } from '../messaging/index.ts';
import {
  type AnswerAudience,
  type Audience,
  audienceOfAnswer,
  type Directory,
} from '../people/index.ts';
import { abstentionMessages } from './blocks/abstention-messages.ts';
import { answerMessages } from './blocks/answer-messages.ts';
import { greetingMessages } from './blocks/greeting-message.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { LibraryView } from './library-view.ts';
import { questionText } from './question-text.ts';
import { deliverReply } from './reply.ts';
import { withStatus } from './with-status.ts';

export interface AnswerMessageOptions {
  ask: AskQuestion;
  library: LibraryView;
  directory: Directory;
  deliver: Deliver;
  messenger: Messenger;
  pause: Pause;
  /** Channel where people answer what the library does not; null when there is none. */
  helpChannel: string | null;
}

/** Answers a message in its thread. */
export type AnswerMessage = (message: IncomingMessage, signal: AbortSignal) => Promise<void>;

const mostQuestionCharacters = 4_000;
const narrowedNote =
  'Others can read this channel, so only what all of them may read was searched. In a direct message I can search all that you may read.';

export function createAnswerMessage(options: AnswerMessageOptions): AnswerMessage {
  const { ask, directory, deliver, messenger, helpChannel } = options;

  async function askFor(
    message: IncomingMessage,
    question: string,
    audience: AnswerAudience,
    signal: AbortSignal,
  ): Promise<Exchange> {
    return ask({
      question: question.slice(0, mostQuestionCharacters),
      conversation: `${message.channel}:${message.thread}`,
      audiences: audience.audiences,
      exchangeId: exchangeIdOf(message, audience.audiences),
      signal,
    });
  }

  function render(exchange: Exchange, audience: AnswerAudience): MessageContent[] {
    const { answer } = exchange;
    const notes = audience.narrowedByChannel ? [narrowedNote] : [];
    if (answer.kind === 'answer') return answerMessages({ id: exchange.id, answer }, notes);
    if (answer.reason === 'no-question') return greetingMessages();
    return abstentionMessages(answer, helpChannel, notes);
  }

  return async (message, signal) => {
    const question = questionText(message.text);
    if (question === '') {
      if (message.kind !== 'thread-reply') {
        await deliverReply(deliver, message, greetingMessages(), signal);
      }
      return;
    }
    const audience = await audienceOfAnswer(directory, message.user, message.channel);
    const text = await searchingStatus(options, audience.audiences);
    await withStatus(
      { messenger, pause: options.pause, message, text },
      () => askFor(message, question, audience, signal),
      async (exchange) => {
        if (message.kind === 'thread-reply' && isNotForUs(exchange, question)) return false;
        await deliverReply(deliver, message, render(exchange, audience), signal);
        return true;
      },
    );
  };
}

async function searchingStatus(
  { library }: AnswerMessageOptions,
  audiences: readonly Audience[],
): Promise<string> {
  const count = await library.count(audiences).catch(() => null);
  if (count === null) return 'Searching the library…';
  return `Searching ${count.toLocaleString('en-GB')} ${count === 1 ? 'publication' : 'publications'}…`;
}

/**
 * In a thread nobody called Concord by name: people who thank or tell each other something want no
 * reply about what the library does not say.
 */
function isNotForUs({ answer }: Exchange, question: string): boolean {
  if (answer.kind === 'answer') return false;
  return answer.reason === 'no-question' || !question.includes('?');
}

/**
 * The same for the same message, whichever event brought it, as long as the answer may draw on the
 * same: when a guest joined since, a stored answer must not be shown.
 */
export function exchangeIdOf(
  { channel, ts }: Pick<IncomingMessage, 'channel' | 'ts'>,
  audiences: readonly Audience[],
): string {
  const parts = [channel, ts, ...[...audiences].sort()];
  return `slack-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)}`;
}
