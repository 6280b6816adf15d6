import { createHash } from 'node:crypto';
import type { Deliver, MessageContent } from '../messaging/index.ts';
import type { IncomingMessage } from './incoming-message.ts';

/** Where a message is answered: the thread it belongs to or starts. */
export type Addressed = Pick<IncomingMessage, 'channel' | 'thread' | 'ts'>;

/**
 * What deliveries that answer a message are about. By the message, not the event: Slack reports
 * one message in several events (as a message, as a mention, again after an edit).
 */
export function subjectOf({ channel, ts }: Addressed): string {
  return `message:${channel}:${ts}`;
}

/** Posts messages one after the other into the thread, each exactly once. */
export async function deliverReply(
  deliver: Deliver,
  message: Addressed,
  contents: readonly MessageContent[],
  signal?: AbortSignal,
): Promise<void> {
  for (const [index, content] of contents.entries()) {
    await deliver(
      {
        subject: subjectOf(message),
        occasion: index === 0 ? 'reply' : `reply-${index + 1}`,
        channel: message.channel,
        thread: message.thread,
        answers: message.ts,
        content,
      },
      signal,
    );
  }
}

/** What people quote and the operator searches the log for; tells nothing of the message. */
export function referenceOf(eventId: string): string {
  return `C-${createHash('sha256').update(eventId).digest('hex').slice(0, 8)}`;
}
