import { z } from 'zod';
import { papersActionId } from '../notices/papers/papers-button.ts';
import { idFrom } from './asked-command.ts';
import { pressedMessage, pressFields } from './pressed-button.ts';

const pressBody = z.object({
  ...pressFields,
  message: pressedMessage,
  actions: z
    .array(z.object({ action_id: z.literal(papersActionId), value: z.string().min(1).max(255) }))
    .length(1),
});

/** Somebody wants the publications of a notice summarised in the thread of its card. */
export interface PapersPress {
  eventId: string;
  user: string;
  noticeId: string;
  channel: string;
  thread: string;
  responseUrl: string;
}

/** Null for anything else. */
export function readPapersPress(body: unknown): PapersPress | null {
  const parsed = pressBody.safeParse(body);
  const [action] = parsed.success ? parsed.data.actions : [];
  if (!parsed.success || action === undefined) return null;
  const { user, channel, message, trigger_id: trigger, response_url } = parsed.data;
  return {
    eventId: idFrom('papers', trigger),
    user: user.id,
    noticeId: action.value,
    channel: channel.id,
    thread: message.thread_ts ?? message.ts,
    responseUrl: response_url,
  };
}
