import type { Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';

export interface WebClientSettings {
  token: string;
  /** Another address than Slack's own, such as a local Slack; ends in `/`. */
  apiUrl: string | undefined;
  logger: Logger;
  /** Longest time for one request. */
  timeoutMs: number;
  /** In place of the global `fetch`, for a proxy. */
  fetch?: typeof fetch;
}

/**
 * Options common to all clients, a new object each time: Slack's Socket Mode client writes its
 * retry policy into the object it is given, and every client that shares it would repeat posts.
 */
function commonOptions(settings: WebClientSettings): WebClientOptions {
  return {
    logger: settings.logger,
    timeout: settings.timeoutMs,
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
    ...(settings.fetch === undefined ? {} : { fetch: settings.fetch }),
  };
}

/** For calls that only read: repeated a few times, and after a rate limit. */
export function readingOptions(settings: WebClientSettings): WebClientOptions {
  const retryConfig = { retries: 2, minTimeout: 200, maxTimeout: 1_000, randomize: true };
  return { ...commonOptions(settings), retryConfig };
}

/** For calls that write: never repeated here, for the caller has to find out what happened. */
export function writingOptions(settings: WebClientSettings): WebClientOptions {
  return { ...commonOptions(settings), retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

/** For opening the socket: repeated until Slack can be reached again. */
export function socketOptions(settings: WebClientSettings): WebClientOptions {
  const retryConfig = { forever: true, minTimeout: 500, maxTimeout: 30_000, randomize: true };
  return { ...commonOptions(settings), retryConfig };
}

export interface WebClients {
  reading: WebClient;
  writing: WebClient;
}

export function createWebClients(settings: WebClientSettings): WebClients {
  return {
    reading: new WebClient(settings.token, readingOptions(settings)),
    writing: new WebClient(settings.token, writingOptions(settings)),
  };
}
