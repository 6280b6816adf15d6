import { ConcordError } from '../../errors.ts';
import {
  type MessageContent,
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from '../../messaging/index.ts';

/** The address at which an interaction could be answered takes no more: it is too old or used up. */
export class ResponseAddressGone extends ConcordError {
  constructor(cause?: unknown) {
    super('response-address-gone', 'the response address has expired or is used up', {
      cause,
      forPeople: 'Slack takes no more answers there. The answer comes as a direct message.',
    });
  }
}

/**
 * Answers a command or a button where only the person sees it. Slack takes five answers within
 * thirty minutes.
 *
 * @param options.replaceOriginal changes the message the button stands in.
 * @throws {ResponseAddressGone}
 * @throws {MessageRejected | MessageRateLimited | MessengerUnavailable | MessageOutcomeUnknown}
 */
export type Respond = (
  address: string,
  content: MessageContent,
  options?: { replaceOriginal?: boolean },
) => Promise<void>;

const slackOrigins = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];
const goneCodes = new Set(['expired_url', 'used_url', 'invalid_url']);
const rateLimitPauseMs = 1_000;

export interface RespondOptions {
  /** Base of a Web API that is not Slack's own, whose addresses are used as well. */
  apiUrl: string | undefined;
  timeoutMs: number;
  fetch?: typeof fetch;
}

export function createRespond({ apiUrl, timeoutMs, ...options }: RespondOptions): Respond {
  const origins = [...slackOrigins, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])];
  const send = options.fetch ?? fetch;
  return async (address, { text, blocks }, { replaceOriginal = false } = {}) => {
    // What people are told goes to Slack and nowhere else, whatever an event says.
    if (!URL.canParse(address) || !origins.includes(new URL(address).origin)) {
      throw new ResponseAddressGone();
    }
    const response = await send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: replaceOriginal,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
      }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    }).catch((cause: unknown) => {
      throw new MessageOutcomeUnknown('connection broke off', cause);
    });
    await check(response);
  };
}

async function check(response: Response): Promise<void> {
  const said = (await response.text().catch(() => '')).trim();
  if (response.ok) return;
  const code = /^[a-z0-9_]{1,60}$/.test(said) ? said : `status ${response.status}`;
  if (goneCodes.has(code) || response.status === 410) throw new ResponseAddressGone(code);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new MessageRateLimited(seconds > 0 ? seconds * 1_000 : rateLimitPauseMs);
  }
  if (response.status >= 500) throw new MessengerUnavailable(code);
  // Slack says 404 of an address it does not know any more, whatever else it says.
  if (response.status === 404) throw new ResponseAddressGone(code);
  throw new MessageRejected(code, true);
}
