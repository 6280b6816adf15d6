import type { ClaimedEvent, Deliver, DeliveryStore } from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import { apologyMessages } from './blocks/apology-message.ts';
import { readIncomingMessage } from './incoming-message.ts';
import { referenceOf, subjectOf } from './reply.ts';

export interface ApologiseOptions {
  deliver: Deliver;
  deliveries: DeliveryStore;
  helpChannel: string | null;
  ownUser: string;
  log: Log;
}

/** Tells people once that their question is not answered, unless all of an answer has arrived. */
export function createApologise(options: ApologiseOptions): (event: ClaimedEvent) => Promise<void> {
  const { deliver, deliveries, helpChannel, ownUser, log } = options;
  return async (event) => {
    const message = readIncomingMessage(event.body, ownUser);
    if (message === null) return;
    const subject = subjectOf(message);
    if (await deliveries.isComplete(subject, message.channel)) return;
    const reference = referenceOf(event.eventId);
    log.error({ event: event.eventId, reference }, 'question-unanswered');
    const [content] = apologyMessages(reference, helpChannel);
    if (content === undefined) return;
    await deliver({
      subject,
      occasion: 'apology',
      channel: message.channel,
      thread: message.thread,
      answers: message.ts,
      content,
    });
  };
}
