import { z } from 'zod';
import { readUploadedFiles, type UploadedFile } from '../uploads/uploaded-file.ts';

/** Subtypes that a person writes; every other one reports something or is a robot's. */
const writtenByPeople = new Set(['file_share', 'thread_broadcast', 'me_message']);

const eventBody = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1).max(200),
  team_id: z.string().default(''),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    channel: z.string().min(1),
    channel_type: z.string().optional(),
    user: z.string().min(1),
    text: z.string().default(''),
    ts: z.string().regex(/^\d+\.\d+$/),
    thread_ts: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    team: z.string().optional(),
    user_team: z.string().optional(),
    files: z.array(z.unknown()).optional(),
    hidden: z.boolean().optional(),
  }),
});

/** A message somebody wrote where Concord can read it. */
export interface IncomingMessage {
  eventId: string;
  channel: string;
  user: string;
  /** The workspace they belong to; empty when Slack does not say. */
  team: string;
  /** As Slack sends it: mentions as `<@U…>`, escaped. */
  text: string;
  ts: string;
  /** First message of the thread it belongs to, itself when it belongs to none. */
  thread: string;
  /** Whether files came with it. */
  hasFiles: boolean;
  /** Those of which Slack tells anything. */
  files: UploadedFile[];
  kind: 'direct' | 'mention' | 'thread-reply' | 'unaddressed';
}

/**
 * Reads an Events API body; null for everything that is not a message written by a person.
 *
 * @param ownUser Concord's own user id. A mention in a channel comes twice, as `app_mention` and as
 *   `message`: only the first is a `mention`, the second is `unaddressed`.
 */
export function readIncomingMessage(body: unknown, ownUser: string): IncomingMessage | null {
  const parsed = eventBody.safeParse(body);
  if (!parsed.success) return null;
  const { event, event_id: eventId, team_id } = parsed.data;
  if (event.bot_id !== undefined || event.user === ownUser || event.hidden === true) return null;
  if (event.subtype !== undefined && !writtenByPeople.has(event.subtype)) return null;
  const thread = event.thread_ts ?? event.ts;
  const { channel, user, text, ts } = event;
  const team = event.user_team ?? event.team ?? team_id;
  const sent = event.files ?? [];
  const files = readUploadedFiles(sent);
  const hasFiles = sent.length > 0;
  return { eventId, channel, user, team, text, ts, thread, hasFiles, files, kind: kindOf(event) };
}

function kindOf(event: z.infer<typeof eventBody>['event']): IncomingMessage['kind'] {
  const direct = event.channel_type === 'im';
  if (event.type === 'app_mention') return direct ? 'unaddressed' : 'mention';
  if (direct) return 'direct';
  const isReply = event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return isReply && !mentionsSomebody(event.text) ? 'thread-reply' : 'unaddressed';
}

/** Whether a message is addressed to people, a group, or Concord itself by name. */
function mentionsSomebody(text: string): boolean {
  return /<(?:@|!subteam\^)[A-Z0-9]+(?:\|[^<>]*)?>/.test(text);
}
