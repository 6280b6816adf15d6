import type { ClaimedEvent, Deliver, DeliveryStore, Replies } from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import { privateAddressOf } from './asking/answer-command.ts';
import { questionOf } from './asking/asked-question.ts';
import { apologyOccasion } from './asking/remove-apologies.ts';
import type { TellPrivately } from './asking/tell-privately.ts';
import { apologyMessages, type Mishap } from './blocks/apology-message.ts';
import type { DirectConversations } from './direct-conversations.ts';
import type { IncomingMessage } from './incoming/incoming-message.ts';
import { readOwedEvent } from './incoming/owed-event.ts';
import { referenceOf } from './reply.ts';
import { apologiseForReport } from './reports/apologise-for-report.ts';

export interface ApologiseOptions {
  deliver: Deliver;
  deliveries: DeliveryStore;
  replies: Replies;
  tellPrivately: TellPrivately;
  directConversations: DirectConversations;
  helpChannel: string | null;
  ownUser: string;
  log: Log;
}

/** Tells people once that they do not get what they are owed, unless all of it has arrived. */
export function createApologise(options: ApologiseOptions): (event: ClaimedEvent) => Promise<void> {
  const { deliver, deliveries, replies, helpChannel, ownUser, log } = options;

  async function apologiseInThread(
    message: IncomingMessage,
    occasion: string,
    mishap: Mishap,
    reference: string,
  ): Promise<void> {
    const question = questionOf(message);
    await replies.discardUnfinished(question);
    const [content] = apologyMessages(mishap, reference, helpChannel);
    if (content !== undefined) await deliver({ ...question, occasion, content });
  }

  return async (event) => {
    const owed = readOwedEvent(event.body, ownUser);
    if (owed === null) return;
    const reference = referenceOf(event.eventId);
    const apologise = (mishap: Mishap) => apologyMessages(mishap, reference, helpChannel);
    const note = (): void =>
      log.error({ event: event.eventId, reference, kind: owed.kind }, 'question-unanswered');
    const never = new AbortController().signal;
    switch (owed.kind) {
      case 'message': {
        const { subject, channel } = questionOf(owed.message);
        if (await deliveries.isComplete(subject, channel)) return;
        note();
        return apologiseInThread(owed.message, apologyOccasion, 'not-answered', reference);
      }
      case 'changed': {
        const { message, changedAt } = owed.changed;
        note();
        return apologiseInThread(
          message,
          `${apologyOccasion}-${changedAt}`,
          'not-revised',
          reference,
        );
      }
      case 'deleted':
        return note();
      case 'command':
        note();
        return options.tellPrivately(
          { ...privateAddressOf(owed.command), subject: `${event.eventId}-apology` },
          apologise('not-answered'),
          never,
        );
      case 'share': {
        note();
        const to = { ...owed.request, subject: `${event.eventId}-apology` };
        return options.tellPrivately(to, apologise('not-shared'), never);
      }
      case 'modal': {
        note();
        const [content] = apologise('not-answered');
        if (content === undefined) return;
        const channel = await options.directConversations.open(owed.asked.user);
        const place = { channel, thread: null, answers: null };
        await deliver({ subject: event.eventId, occasion: apologyOccasion, content, ...place });
        return;
      }
      default: {
        note();
        const [content] = apologise(owed.kind === 'report-share' ? 'not-shared' : 'not-written');
        if (content !== undefined) await apologiseForReport(options, owed, content);
      }
    }
  };
}
