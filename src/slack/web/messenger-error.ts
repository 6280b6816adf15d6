import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import {
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from '../../messaging/index.ts';

/** Slack's codes after which no other message could be posted in the same place, either. */
const placeCodes = new Set([
  'access_denied',
  'as_user_not_supported',
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'channel_not_found',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'is_archived',
  'messages_tab_disabled',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'team_not_found',
  'thread_not_found',
  'user_not_found',
  'user_not_in_channel',
]);

/** Slack's codes for access that an operator can give back: what is owed is kept until then. */
const accessCodes = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
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

/** Slack's own code, when it was Slack that refused the call. */
export function platformCodeOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

function fromPlatformCode(code: string, cause: unknown): Error {
  // Slack's client puts the body here when it is no JSON, such as a proxy's page.
  if (!/^[a-z0-9_]+$/.test(code)) return new MessageOutcomeUnknown('no answer of Slack’s', cause);
  if (doubtfulCodes.has(code)) return new MessageOutcomeUnknown(code, cause);
  if (code === 'ratelimited' || code === 'rate_limited') {
    return new MessageRateLimited(rateLimitPauseMs, cause);
  }
  if (passingCodes.has(code) || accessCodes.has(code)) return new MessengerUnavailable(code, cause);
  return new MessageRejected(code, !placeCodes.has(code), cause);
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
