import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Deliver, type Inbox, MessageRejected } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { escapeText, linkTo, type Markup } from '../blocks/markup.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import { askedElsewhere, questionLine } from '../blocks/question-line.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import type { AskedInModal, MessagePlace } from '../incoming/asked-in-modal.ts';
import { conversationOf, placeInInbox, readOwedEvent } from '../incoming/owed-event.ts';
import { questionText } from '../incoming/question-text.ts';
import type { AnswerQuestion } from './answer-question.ts';

export interface AnswerInModalOptions {
  answerQuestion: AnswerQuestion;
  deliver: Deliver;
  directConversations: DirectConversations;
  inbox: Inbox;
  /** Something was stored in the inbox. */
  onStored(): void;
  client: WebClient;
  ownUser: string;
  log: Log;
}

/**
 * Answers a question asked in the modal: in the thread of the message it is about, or in a new
 * thread of the person's conversation with Concord, which goes on like any other.
 */
export type AnswerInModal = (asked: AskedInModal, signal: AbortSignal) => Promise<void>;

const notThere =
  'Concord cannot write in the thread of that message, so your question was not answered there. Ask again and choose “Only me”, or invite Concord to the channel.';

const permalink = z.object({ permalink: z.url({ protocol: /^https$/ }) });

export function createAnswerInModal(options: AnswerInModalOptions): AnswerInModal {
  const { answerQuestion, deliver, directConversations, client, log } = options;

  async function tellDirectly(
    { eventId, user }: AskedInModal,
    occasion: string,
    content: Parameters<Deliver>[0]['content'],
    signal: AbortSignal,
  ): Promise<{ channel: string; ts: string }> {
    const channel = await directConversations.open(user);
    const place = { channel, thread: null, answers: null };
    const ts = await deliver({ subject: eventId, occasion, content, ...place }, signal);
    return { channel, ts };
  }

  async function answerInThread(
    asked: AskedInModal,
    about: MessagePlace,
    signal: AbortSignal,
  ): Promise<void> {
    const text = questionText(escapeText(asked.text));
    const { channel, thread, ts: answers } = about;
    const question = {
      subject: asked.eventId,
      conversation: conversationOf(about),
      channel,
      thread,
      answers,
      user: asked.user,
      team: asked.team,
      isDirect: false,
      text,
      hasFiles: false,
      version: '',
      mayBeForOthers: false,
      introduction: questionLine(asked.user, text),
    };
    try {
      await answerQuestion(question, signal);
    } catch (error) {
      if (!(error instanceof MessageRejected) || error.contentAtFault) throw error;
      await tellDirectly(asked, 'not-there', plainMessage(notThere), signal);
    }
  }

  /** A link to the message; null where Concord cannot see it. */
  async function linkToMessage({ channel, ts }: MessagePlace): Promise<Markup | null> {
    try {
      const found = permalink.parse(await client.chat.getPermalink({ channel, message_ts: ts }));
      return linkTo(found.permalink, 'this message');
    } catch {
      log.debug({ channel }, 'permalink-unknown');
      return null;
    }
  }

  /** Repeats the question in the person's conversation with Concord and owes it an answer there. */
  async function moveToDirectMessage(asked: AskedInModal, signal: AbortSignal): Promise<void> {
    const link = asked.about === null ? null : await linkToMessage(asked.about);
    const [content] = composeMessages([askedElsewhere(asked.text, link)]);
    if (content === undefined) return;
    const { channel, ts } = await tellDirectly(asked, 'question', content, signal);
    const body = {
      type: 'event_callback',
      event_id: `${asked.eventId}-direct`,
      team_id: asked.team,
      event: {
        type: 'message',
        channel,
        channel_type: 'im',
        user: asked.user,
        text: escapeText(asked.text),
        ts,
      },
    };
    const owed = readOwedEvent(body, options.ownUser);
    if (owed === null) throw new Error('the question of a modal is not read as a message');
    await options.inbox.add({ ...placeInInbox(owed), body });
    options.onStored();
  }

  return async (asked, signal) => {
    if (asked.readers === 'thread' && asked.about !== null) {
      await answerInThread(asked, asked.about, signal);
    } else await moveToDirectMessage(asked, signal);
  };
}
