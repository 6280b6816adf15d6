import { z } from 'zod';
import { idFrom } from './asked-command.ts';
import { questionText } from './question-text.ts';

/** What people type before the name of a publication. */
export const summariseCommand = '/summarise';
/** What people type before the names of publications. */
export const compareCommand = '/compare';

export type ReportCommandName = typeof summariseCommand | typeof compareCommand;

const commandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  response_url: z.string().min(1),
});

/** Somebody typed a command with something after it by which publications are to be found. */
export interface ReportCommand {
  /** Its own; Slack gives commands none. */
  eventId: string;
  user: string;
  channel: string;
  /** Plain; never empty. */
  text: string;
  responseUrl: string;
}

/** Null for anything else, also for the command alone or with `help`, which owe nothing later. */
export function readReportCommand(name: ReportCommandName, body: unknown): ReportCommand | null {
  const parsed = commandBody.safeParse(body);
  if (!parsed.success || parsed.data.command !== name) return null;
  const { user_id: user, channel_id: channel, trigger_id: trigger } = parsed.data;
  const text = questionText(parsed.data.text);
  if (/^(?:help)?$/i.test(text)) return null;
  return {
    eventId: idFrom(name.slice(1), trigger),
    user,
    channel,
    text,
    responseUrl: parsed.data.response_url,
  };
}
