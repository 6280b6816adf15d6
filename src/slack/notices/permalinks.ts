import { z } from 'zod';
import type { MessageReference } from '../../messaging/index.ts';
import type { WebClients } from '../web/web-clients.ts';

/** Address of a message in Slack; null when there is none, or it cannot be found out for now. */
export type FindPermalink = (message: MessageReference) => Promise<string | null>;

const found = z.object({ permalink: z.url() });

export function createFindPermalink({ reading }: WebClients): FindPermalink {
  return async ({ channel, messageId }) => {
    try {
      const result = await reading.chat.getPermalink({ channel, message_ts: messageId });
      return found.parse(result).permalink;
    } catch {
      return null;
    }
  };
}
