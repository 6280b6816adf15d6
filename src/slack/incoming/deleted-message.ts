import { z } from 'zod';

const timestamp = z.string().regex(/^\d+\.\d+$/);
const previous = z.looseObject({ user: z.string().optional(), thread_ts: timestamp.optional() });
const place = { channel: z.string().min(1), event_ts: timestamp };

const deletedBody = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1).max(200),
  event: z.discriminatedUnion('subtype', [
    z.object({
      subtype: z.literal('message_deleted'),
      ...place,
      deleted_ts: timestamp,
      previous_message: previous,
    }),
    // What is left of a thread's first message when there are replies to it.
    z.object({
      subtype: z.literal('message_changed'),
      ...place,
      message: z.looseObject({ subtype: z.literal('tombstone'), ts: timestamp }),
      previous_message: previous,
    }),
  ]),
});

/** A message that somebody deleted. */
export interface DeletedMessage {
  eventId: string;
  channel: string;
  ts: string;
  /** First message of the thread it belonged to, itself when it belonged to none. */
  thread: string;
  /** Who had written it; null when Slack does not say. */
  user: string | null;
  /** When it was deleted, by Slack's clock. */
  deletedAt: string;
}

/** Reads a deletion; null for anything else and for Concord's own messages. */
export function readDeletedMessage(body: unknown, ownUser: string): DeletedMessage | null {
  const parsed = deletedBody.safeParse(body);
  if (!parsed.success) return null;
  const { event, event_id: eventId } = parsed.data;
  const { user = null, thread_ts } = event.previous_message;
  if (user === ownUser) return null;
  const ts = event.subtype === 'message_deleted' ? event.deleted_ts : event.message.ts;
  const { channel, event_ts: deletedAt } = event;
  return { eventId, channel, ts, thread: thread_ts ?? ts, user, deletedAt };
}
