import { createHmac } from 'node:crypto';

/**
 * The value of `X-Slack-Signature` (docs.slack.dev/authentication/verifying-requests-from-slack).
 *
 * @param timestamp UTC seconds, as sent in `X-Slack-Request-Timestamp`.
 */
export function requestSignature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
