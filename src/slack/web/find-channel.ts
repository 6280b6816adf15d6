import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../observability/log.ts';
import { toConnectionError } from './connection-error.ts';
import { createSlackLog } from './slack-log.ts';
import { readingOptions } from './web-clients.ts';

/**
 * Id of the channel with a name, without `#`, that Concord can see; null when there is none.
 *
 * @throws {ConcordError} `slack-not-connected`.
 */
export type FindChannel = (name: string) => Promise<string | null>;

const requestTimeoutMs = 10_000;
const pageSize = 1_000;

const page = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Looks channels up with a token alone, without connecting. */
export function openFindChannel({ botToken, apiUrl }: SlackConfig, log: Log): FindChannel {
  const logger = createSlackLog(log);
  const settings = { token: botToken, apiUrl, logger, timeoutMs: requestTimeoutMs };
  return createFindChannel(new WebClient(botToken, readingOptions(settings)));
}

/** Creates the function that looks channels up; all of them once, when it is first asked. */
export function createFindChannel(client: Pick<WebClient, 'conversations'>): FindChannel {
  async function list(types: string): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const result = await client.conversations.list({
        types,
        exclude_archived: true,
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const { channels, response_metadata: more } = page.parse(result);
      for (const { id, name } of channels) ids.set(name, id);
      cursor = more?.next_cursor || undefined;
    } while (cursor !== undefined);
    return ids;
  }

  /** Private channels need a scope that not every workspace gives. */
  async function listAll(): Promise<Map<string, string>> {
    try {
      return await list('public_channel,private_channel').catch((error: unknown) => {
        if (!(error instanceof WebAPIPlatformError)) throw error;
        if (error.data.error !== 'missing_scope') throw error;
        return list('public_channel');
      });
    } catch (cause) {
      throw toConnectionError(cause, 'SLACK_BOT_TOKEN');
    }
  }

  let all: Promise<Map<string, string>> | undefined;
  return async (name) => {
    all ??= listAll();
    return (await all).get(name) ?? null;
  };
}
