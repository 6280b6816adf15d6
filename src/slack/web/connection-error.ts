import { WebAPIPlatformError } from '@slack/web-api';
import { ConcordError } from '../../errors.ts';

const whereTokensAre = {
  SLACK_BOT_TOKEN: 'under "OAuth & Permissions" (it starts with xoxb-)',
  SLACK_APP_TOKEN:
    'under "Basic Information", "App-Level Tokens" (it starts with xapp- and needs connections:write)',
} as const;

/** `slack-not-connected`, naming the token that was refused, or the network. */
export function toConnectionError(
  cause: unknown,
  variable: keyof typeof whereTokensAre,
): ConcordError {
  const code = cause instanceof WebAPIPlatformError ? cause.data.error : null;
  return new ConcordError('slack-not-connected', `cannot connect to Slack: ${code ?? 'network'}`, {
    cause,
    details: { code, variable },
    forPeople:
      code === null
        ? 'Slack cannot be reached. Check the network, and SLACK_API_URL if it is set.'
        : `Slack refuses ${variable} (${code}). Copy the token again from your app's page, ${whereTokensAre[variable]}.`,
  });
}
