import { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../observability/log.ts';
import { toConnectionError } from './connection-error.ts';
import { createSlackLog } from './slack-log.ts';
import { readingOptions } from './web-clients.ts';

export interface ConnectionFinding {
  workspace: string;
  /** Scopes that the manifest asks for and the installed app does not have. */
  missingScopes: string[];
}

const requestTimeoutMs = 10_000;

/**
 * Tries the tokens without connecting: who Concord is, what it may do, and whether a socket could
 * be opened.
 *
 * @param neededScopes bot scopes of the manifest, the optional ones left out.
 * @throws {ConcordError} `slack-not-connected`, naming the token that was refused.
 */
export async function checkConnection(
  config: SlackConfig,
  neededScopes: readonly string[],
  log: Log,
): Promise<ConnectionFinding> {
  const client = (token: string): WebClient => {
    const logger = createSlackLog(log);
    const { apiUrl } = config;
    return new WebClient(
      token,
      readingOptions({ token, apiUrl, logger, timeoutMs: requestTimeoutMs }),
    );
  };
  const identity = await client(config.botToken)
    .auth.test()
    .catch((cause: unknown) => {
      throw toConnectionError(cause, 'SLACK_BOT_TOKEN');
    });
  if (config.mode === 'socket') {
    await client(config.appToken)
      .apps.connections.open({})
      .catch((cause: unknown) => {
        throw toConnectionError(cause, 'SLACK_APP_TOKEN');
      });
  }
  const granted = identity.response_metadata?.scopes;
  const missingScopes =
    granted === undefined ? [] : neededScopes.filter((scope) => !granted.includes(scope));
  return { workspace: identity.team ?? identity.url ?? 'unknown', missingScopes };
}
