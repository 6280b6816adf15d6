import { z } from 'zod';
import { type IncomingMessage, readIncomingMessage } from './incoming-message.ts';
import { questionText } from './question-text.ts';

const changedBody = z.object({
  event: z.object({
    subtype: z.literal('message_changed'),
    channel: z.string().min(1),
    channel_type: z.string().optional(),
    event_ts: z.string().regex(/^\d+\.\d+$/),
    message: z.looseObject({ text: z.string().default(''), subtype: z.string().optional() }),
    previous_message: z.looseObject({ text: z.string().default('') }),
  }),
});

/** A message whose words somebody changed. */
export interface ChangedMessage {
  /** As it reads now; its event id is that of the change. */
  message: IncomingMessage;
  /** When it was changed, by Slack's clock; sorts as text. */
  changedAt: string;
}

/**
 * Reads an edit; null for anything else, also for changes that leave the words alone, such as the
 * preview of a link or a first reply.
 */
export function readChangedMessage(body: unknown, ownUser: string): ChangedMessage | null {
  const parsed = changedBody.safeParse(body);
  if (!parsed.success) return null;
  const { event } = parsed.data;
  const { message, previous_message: before, channel, channel_type } = event;
  if (questionText(message.text) === questionText(before.text)) return null;
  const isMention = channel_type !== 'im' && message.text.includes(`<@${ownUser}`);
  const type = isMention ? 'app_mention' : 'message';
  const posted = { ...(body as object), event: { ...message, type, channel, channel_type } };
  const read = readIncomingMessage(posted, ownUser);
  return read === null ? null : { message: read, changedAt: event.event_ts };
}
