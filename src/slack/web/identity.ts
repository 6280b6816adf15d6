import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { toConnectionError } from './connection-error.ts';

/** Who Concord is in the workspace it is installed in. */
export interface Identity {
  botUserId: string;
  botId: string;
  teamId: string;
  /** The organisation above the workspace on Enterprise Grid. */
  enterpriseId: string | null;
}

const authTest = z.object({
  user_id: z.string(),
  bot_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
});

/** @throws {ConcordError} `slack-not-connected`. */
export async function fetchIdentity(client: WebClient): Promise<Identity> {
  try {
    const found = authTest.parse(await client.auth.test());
    return {
      botUserId: found.user_id,
      botId: found.bot_id,
      teamId: found.team_id,
      enterpriseId: found.enterprise_id ?? null,
    };
  } catch (cause) {
    throw toConnectionError(cause, 'SLACK_BOT_TOKEN');
  }
}
