import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What people type before a question. */
export const askCommand = '/ask';

const commandBody = z.object({
  command: z.literal(askCommand),
  text: z.string().default(''),
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  response_url: z.string().min(1),
});

/** A question asked with the command, in whatever conversation. */
export interface AskedCommand {
  /** Its own; Slack gives commands none. */
  eventId: string;
  user: string;
  channel: string;
  text: string;
  responseUrl: string;
}

export function readAskedCommand(body: unknown): AskedCommand | null {
  const parsed = commandBody.safeParse(body);
  if (!parsed.success) return null;
  const { user_id: user, channel_id: channel, text, trigger_id: trigger } = parsed.data;
  return {
    eventId: idFrom('command', trigger),
    user,
    channel,
    text,
    responseUrl: parsed.data.response_url,
  };
}

/** An id for the inbox from one that Slack gives to what it sends but once. */
export function idFrom(kind: string, unique: string): string {
  return `${kind}-${createHash('sha256').update(unique).digest('hex').slice(0, 24)}`;
}
