import type { Deliver, DeliveryStore, MessageContent } from '../../messaging/index.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import { type Respond, ResponseAddressGone } from '../web/response-address.ts';

/** Somebody who did something that is answered where only they see it. */
export interface PrivateAddress {
  /** What they are told is about this, as in a delivery. */
  subject: string;
  user: string;
  channel: string;
  responseUrl: string;
}

/**
 * Tells one person alone: where they asked, or, when Slack takes no more answers there, in their
 * conversation with Concord. What is known to have been told is not told again.
 *
 * @throws the errors of `Respond` but `ResponseAddressGone`, and those of `Deliver`.
 */
export type TellPrivately = (
  to: PrivateAddress,
  contents: readonly MessageContent[],
  signal: AbortSignal,
) => Promise<void>;

export interface TellPrivatelyOptions {
  respond: Respond;
  deliver: Deliver;
  deliveries: DeliveryStore;
  directConversations: DirectConversations;
}

/** Slack names no message that only one person sees. */
const unnamed = 'ephemeral';

export function createTellPrivately(options: TellPrivatelyOptions): TellPrivately {
  const { respond, deliver, deliveries, directConversations } = options;
  return async ({ subject, user, channel, responseUrl }, contents, signal) => {
    for (const [index, content] of contents.entries()) {
      const occasion = `private-${index + 1}`;
      const message = { subject, occasion, thread: null, answers: null, content };
      const { id, state } = await deliveries.prepare({ ...message, channel });
      if (state === 'sent') continue;
      try {
        await respond(responseUrl, content);
        await deliveries.markSent(id, unnamed);
      } catch (error) {
        if (!(error instanceof ResponseAddressGone)) throw error;
        await deliver({ ...message, channel: await directConversations.open(user) }, signal);
        await deliveries.forget(id);
      }
    }
  };
}
