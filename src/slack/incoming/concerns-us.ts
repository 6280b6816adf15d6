import type { DeliveryStore, Inbox } from '../../messaging/index.ts';
import { subjectOf } from '../reply.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { conversationOf, type OwedEvent } from './owed-event.ts';

/** Tells whether Concord has to do anything about what people did. */
export function createConcernsUs({
  inbox,
  deliveries,
}: {
  inbox: Inbox;
  deliveries: DeliveryStore;
}): (owed: OwedEvent) => Promise<boolean> {
  async function takesPart({ channel, thread }: IncomingMessage): Promise<boolean> {
    if (await deliveries.wroteInThread(channel, thread)) return true;
    return inbox.hasOpen(conversationOf({ channel, thread }));
  }

  /** Whether there is a reply to the message, or one may be on its way. */
  async function isRepliedTo(message: { channel: string; thread: string; ts: string }) {
    const sent = await deliveries.sentAbout(subjectOf(message), message.channel);
    return sent.length > 0 || inbox.hasOpen(conversationOf(message));
  }

  return async (owed) => {
    switch (owed.kind) {
      case 'message': {
        const { kind } = owed.message;
        if (kind === 'unaddressed') return false;
        return kind === 'thread-reply' ? takesPart(owed.message) : true;
      }
      case 'changed':
        return owed.changed.message.kind === 'direct' || isRepliedTo(owed.changed.message);
      case 'deleted':
        return isRepliedTo(owed.deleted);
      default:
        return true;
    }
  };
}
