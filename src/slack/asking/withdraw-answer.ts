import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { ExchangeStore } from '../../answering/index.ts';
import type { DeliveryStore, Replies } from '../../messaging/index.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import type { DeletedMessage } from '../incoming/deleted-message.ts';
import { conversationOf } from '../incoming/owed-event.ts';
import { subjectOf } from '../reply.ts';
import { toLookupError } from '../web/messenger-error.ts';
import { forgetExchanges } from './exchange-id.ts';
import type { RemoveApologies } from './remove-apologies.ts';

export interface WithdrawAnswerOptions {
  deliveries: DeliveryStore;
  exchanges: ExchangeStore;
  replies: Replies;
  removeApologies: RemoveApologies;
  client: WebClient;
}

/**
 * Deals with a question that was deleted: takes the reply to it away, or, when people have gone on
 * from there, leaves a word in its place; what was stored of it is forgotten.
 */
export type WithdrawAnswer = (deleted: DeletedMessage, signal: AbortSignal) => Promise<void>;

const deletedNote = 'The question was deleted.';
const pageSize = 200;

const repliesPage = z.object({
  messages: z.array(z.object({ ts: z.string(), bot_id: z.string().optional() })).default([]),
});

export function createWithdrawAnswer(options: WithdrawAnswerOptions): WithdrawAnswer {
  const { deliveries, exchanges, replies, client } = options;

  /** Whether anybody but an app wrote in the thread after a message. */
  async function peopleWroteAfter(channel: string, thread: string, ts: string): Promise<boolean> {
    const request = { channel, ts: thread, oldest: ts, limit: pageSize };
    try {
      const { messages } = repliesPage.parse(await client.conversations.replies(request));
      return messages.some((message) => message.ts > ts && message.bot_id === undefined);
    } catch (error) {
      const code = error instanceof WebAPIPlatformError ? error.data.error : null;
      if (code === 'thread_not_found') return false;
      throw toLookupError(error);
    }
  }

  return async (deleted, signal) => {
    const { channel, thread, ts } = deleted;
    const subject = subjectOf(deleted);
    const [first] = await deliveries.sentAbout(subject, channel);
    if (first !== undefined) {
      const goesOn = await peopleWroteAfter(channel, thread, first.messageId);
      const contents = goesOn ? [plainMessage(deletedNote)] : [];
      await replies.revise({ subject, channel, thread, answers: ts }, contents, signal);
    }
    await options.removeApologies({ subject, channel });
    const conversation = conversationOf(deleted);
    await forgetExchanges(exchanges, { subject, conversation }, null);
  };
}
