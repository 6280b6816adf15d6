import { createHash } from 'node:crypto';
import type { IncomingMessage } from './incoming/incoming-message.ts';

/**
 * What deliveries that answer a message are about. By the message, not the event: Slack reports
 * one message in several events (as a message, as a mention, again after an edit).
 */
export function subjectOf({ channel, ts }: Pick<IncomingMessage, 'channel' | 'ts'>): string {
  return `message:${channel}:${ts}`;
}

/** What people quote and the operator searches the log for; tells nothing of the message. */
export function referenceOf(eventId: string): string {
  return `C-${createHash('sha256').update(eventId).digest('hex').slice(0, 8)}`;
}
