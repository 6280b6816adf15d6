import { z } from 'zod';
import { idFrom } from './asked-command.ts';
import { pressFields } from './pressed-button.ts';

/** Action ids of the buttons under an answer that only the asker sees. */
export const shareActions = {
  /** Shows everybody in the channel the answer as it is. */
  share: 'share-answer',
  /** Asks again with what everybody in the channel may read, and shows that. */
  askAgain: 'share-what-channel-may-read',
} as const;

const clickBody = z.object({
  ...pressFields,
  actions: z
    .array(
      z.object({
        action_id: z.enum([shareActions.share, shareActions.askAgain]),
        value: z.string().min(1).max(255),
        action_ts: z.string().default('0'),
      }),
    )
    .length(1),
});

/** Somebody wants a channel to see an answer. */
export interface ShareRequest {
  eventId: string;
  user: string;
  channel: string;
  exchangeId: string;
  askAgain: boolean;
  responseUrl: string;
  /** When it was pressed, by Slack's clock. */
  pressedAt: string;
}

export function readShareRequest(body: unknown): ShareRequest | null {
  const parsed = clickBody.safeParse(body);
  if (!parsed.success) return null;
  const { user, channel, trigger_id: trigger, response_url: responseUrl } = parsed.data;
  const [action] = parsed.data.actions;
  if (action === undefined) return null;
  return {
    eventId: idFrom('share', trigger),
    user: user.id,
    channel: channel.id,
    exchangeId: action.value,
    askAgain: action.action_id === shareActions.askAgain,
    responseUrl,
    pressedAt: action.action_ts,
  };
}
