import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import type { MessageReference } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { createSlackLog } from '../web/slack-log.ts';
import { createWebClients, type WebClients } from '../web/web-clients.ts';

/** Address of a message in Slack; null when there is none, or it cannot be found out for now. */
export type FindPermalink = (message: MessageReference) => Promise<string | null>;

const found = z.object({ permalink: z.url() });

export function createFindPermalink({ reading }: Pick<WebClients, 'reading'>): FindPermalink {
  return async ({ channel, messageId }) => {
    try {
      const result = await reading.chat.getPermalink({ channel, message_ts: messageId });
      return found.parse(result).permalink;
    } catch {
      return null;
    }
  };
}

const requestTimeoutMs = 10_000;

/** Looks addresses up with a token alone, without connecting. */
export function openFindPermalink({ botToken, apiUrl }: SlackConfig, log: Log): FindPermalink {
  const logger = createSlackLog(log);
  const settings = { token: botToken, apiUrl, logger, timeoutMs: requestTimeoutMs };
  return createFindPermalink(createWebClients(settings));
}
