import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import {
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from '../messaging/index.ts';

/** Slack's codes after which another text could still be posted in the same place. */
const contentCodes = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'metadata_too_large',
  'metadata_must_be_sent_from_app',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'invalid_arguments',
  'too_many_attachments',
]);

/** Slack's codes for trouble of its own, after which nothing was posted. */
const passingCodes = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'team_added_to_org',
  'org_login_required',
]);

/** Slack's codes that leave open whether the message was posted. */
const doubtfulCodes = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Network errors raised before a request left this machine. */
const neverSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const rateLimitPauseMs = 1_000;

/** What a failed call to the Web API means for the message it was to post. */
export function toMessengerError(error: unknown): Error {
  if (error instanceof WebAPIRateLimitedError) {
    return new MessageRateLimited(error.retryAfter * 1_000, error);
  }
  if (error instanceof WebAPIPlatformError) return fromPlatformCode(error.data.error, error);
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode >= 500 || error.statusCode === 408) {
      return new MessageOutcomeUnknown(`status ${error.statusCode}`, error);
    }
    return new MessengerUnavailable(`status ${error.statusCode}`, error);
  }
  const code = networkCode(error);
  if (code !== undefined && neverSentCodes.has(code)) return new MessengerUnavailable(code, error);
  return new MessageOutcomeUnknown(code ?? 'connection broke off', error);
}

/** The same for a call that changes nothing: failing, it can simply be made again. */
export function toLookupError(error: unknown): Error {
  const meaning = toMessengerError(error);
  if (!(meaning instanceof MessageOutcomeUnknown)) return meaning;
  return new MessengerUnavailable('the look-up failed', error);
}

function fromPlatformCode(code: string, cause: unknown): Error {
  if (doubtfulCodes.has(code)) return new MessageOutcomeUnknown(code, cause);
  if (code === 'ratelimited' || code === 'rate_limited') {
    return new MessageRateLimited(rateLimitPauseMs, cause);
  }
  if (passingCodes.has(code)) return new MessengerUnavailable(code, cause);
  return new MessageRejected(code, contentCodes.has(code), cause);
}

/** The operating system's or undici's code of the innermost cause. */
function networkCode(error: unknown): string | undefined {
  let code: string | undefined;
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; depth += 1) {
    if ('code' in at && typeof at.code === 'string' && !at.code.startsWith('slack_'))
      code = at.code;
    const errors = at instanceof AggregateError ? at.errors : [];
    at = errors[0] ?? at.cause;
  }
  return code;
}
