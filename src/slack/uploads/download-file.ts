import { MessageRateLimited, MessengerUnavailable } from '../../messaging/index.ts';
import { type FoundFile, notGiven, tooLarge } from './find-file.ts';
import { mostFileBytes } from './uploaded-file.ts';

export interface DownloadOptions {
  /** Of Concord; sent to Slack's own file servers alone. */
  token: string;
  /** Base of a Web API that is not Slack's own, whose files are fetched as well. */
  apiUrl: string | undefined;
  /** For all of a file. */
  timeoutMs: number;
  fetch?: typeof fetch;
}

/**
 * The bytes of a file in Slack.
 *
 * @throws {FileRefused} Slack does not give it, gives something else, or it is larger than it said.
 * @throws {MessengerUnavailable | MessageRateLimited} try again later.
 */
export type DownloadFile = (file: FoundFile, signal: AbortSignal) => Promise<Uint8Array>;

/** See docs.slack.dev/reference/objects/file-object, `url_private_download`. */
const slackOrigins = ['https://files.slack.com', 'https://files.slack-gov.com'];
const rateLimitPauseMs = 5_000;

export function createDownloadFile({
  token,
  apiUrl,
  timeoutMs,
  ...options
}: DownloadOptions): DownloadFile {
  const origins = [...slackOrigins, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])];
  const get = options.fetch ?? fetch;
  return async ({ address, size }, signal) => {
    // The token goes to Slack and nowhere else, whatever an answer says.
    if (!URL.canParse(address) || !origins.includes(new URL(address).origin)) throw notGiven();
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await get(address, {
        headers: { authorization: `Bearer ${token}` },
        // Slack sends those away who may not have the file, and the token must not follow.
        redirect: 'manual',
        signal: within,
      });
      // Unread, it would hold its connection.
      if (response.status !== 200) await response.body?.cancel();
      check(response);
      const bytes = await readBody(response);
      // To whoever may not have it, Slack gives a page to sign in on.
      if (bytes.length !== size) throw notGiven();
      return bytes;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TypeError || within.aborted) {
        throw new MessengerUnavailable('a file could not be fetched', error);
      }
      throw error;
    }
  };
}

function check(response: Response): void {
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new MessageRateLimited(seconds > 0 ? seconds * 1_000 : rateLimitPauseMs);
  }
  if (response.status >= 500) throw new MessengerUnavailable(`status ${response.status}`);
  if (response.status !== 200) throw notGiven();
}

async function readBody({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > mostFileBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
