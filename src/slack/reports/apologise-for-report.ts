import type { Deliver, DeliveryStore, MessageContent, Replies } from '../../messaging/index.ts';
import { apologyOccasion } from '../asking/remove-apologies.ts';
import type { TellPrivately } from '../asking/tell-privately.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import type { OwedReport } from '../incoming/owed-report.ts';

export interface ApologiseForReportOptions {
  deliver: Deliver;
  deliveries: DeliveryStore;
  replies: Replies;
  tellPrivately: TellPrivately;
  directConversations: DirectConversations;
}

/** Tells somebody once, where it would have come, that they do not get the report they asked for. */
export async function apologiseForReport(
  { deliver, deliveries, replies, tellPrivately, directConversations }: ApologiseForReportOptions,
  owed: OwedReport,
  content: MessageContent,
): Promise<void> {
  const never = new AbortController().signal;

  async function tellDirectly({ eventId: subject, user }: { eventId: string; user: string }) {
    const channel = await directConversations.open(user);
    const place = { channel, thread: null, answers: null };
    await deliver({ subject, occasion: apologyOccasion, content, ...place });
  }

  switch (owed.kind) {
    case 'report-asked':
      return tellDirectly(owed.asked);
    case 'report-share':
      return tellDirectly(owed.share);
    case 'summarise-command':
    case 'compare-command': {
      const subject = `${owed.command.eventId}-apology`;
      return tellPrivately({ ...owed.command, subject }, [content], never);
    }
    case 'file-asked':
      return tellDirectly(owed.file);
    case 'papers-asked': {
      const subject = `${owed.press.eventId}-apology`;
      return tellPrivately({ ...owed.press, subject }, [content], never);
    }
    case 'report-begun': {
      const { eventId: subject, channel, thread } = owed.begun;
      if (await deliveries.isComplete(subject, channel)) return;
      const place = { subject, channel, thread, answers: thread };
      await replies.discardUnfinished(place);
      await deliver({ ...place, occasion: apologyOccasion, content });
    }
  }
}
