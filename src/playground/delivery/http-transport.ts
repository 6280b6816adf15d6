import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { verificationToken } from '../events/outer-payload.ts';
import type { Faults } from '../faults/faults.ts';
import type { DeliveryOutcome } from '../state/deliveries.ts';
import type { Workspace } from '../state/workspace.ts';
import type { AppTransport, Envelope, SendResult } from './app-transport.ts';
import { requestSignature } from './request-signature.ts';
import { acknowledgementTimeoutMs } from './socket-hub.ts';

const httpRetryReasons: Readonly<Record<string, string>> = { timeout: 'http_timeout' };

const form = (fields: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();

function encode(envelope: Envelope): { contentType: string; body: string } {
  if (envelope.type === 'events_api') {
    return { contentType: 'application/json', body: JSON.stringify(envelope.payload) };
  }
  const fields =
    envelope.type === 'slash_commands'
      ? envelope.payload
      : { payload: JSON.stringify(envelope.payload) };
  return { contentType: 'application/x-www-form-urlencoded', body: form(fields) };
}

function parseResponse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}

/** An app may answer with JSON or with plain text. */
const challengeSchema = z.object({ challenge: z.string().optional(), text: z.string().optional() });

/** Delivers to the app's request URL, signed as Slack signs. */
export class HttpTransport implements AppTransport {
  readonly #workspace: Workspace;
  readonly #url: () => string;
  readonly #signingSecret: string;
  readonly #faults: Faults;
  readonly #requests = new Set<AbortController>();

  constructor(workspace: Workspace, url: () => string, signingSecret: string, faults: Faults) {
    this.#workspace = workspace;
    this.#url = url;
    this.#signingSecret = signingSecret;
    this.#faults = faults;
  }

  /** An address is always reachable as far as Slack knows: only the retry schedule counts. */
  onReachable(): void {}

  async send(envelope: Envelope): Promise<SendResult> {
    if (this.#faults.isActive('disconnect')) {
      return { outcome: 'no_connection', response: undefined };
    }
    const { contentType, body } = encode(envelope);
    // The app compares with its own clock, so real time, whatever the workspace's clock says.
    const timestamp = Math.floor(Date.now() / 1000);
    const controller = new AbortController();
    this.#requests.add(controller);
    let isLate = false;
    const cancel = this.#workspace.clock.scheduleForProgram(acknowledgementTimeoutMs, () => {
      isLate = true;
      controller.abort();
    });
    try {
      const response = await fetch(this.#url(), {
        method: 'POST',
        signal: controller.signal,
        redirect: 'manual',
        headers: {
          'Content-Type': contentType,
          'User-Agent': 'Slackbot 1.0 (local)',
          'X-Slack-Request-Timestamp': String(timestamp),
          'X-Slack-Signature': requestSignature(this.#signingSecret, timestamp, body),
          ...(envelope.retryAttempt > 0 && {
            'X-Slack-Retry-Num': String(envelope.retryAttempt),
            'X-Slack-Retry-Reason': httpRetryReasons[envelope.retryReason] ?? envelope.retryReason,
          }),
        },
        body,
      });
      const text = await response.text();
      const outcome: DeliveryOutcome = response.status === 200 ? 'acknowledged' : 'http_error';
      return {
        outcome,
        response: parseResponse(text),
        refusesRetry: response.headers.get('x-slack-no-retry') === '1',
      };
    } catch {
      return { outcome: isLate ? 'timeout' : 'no_connection', response: undefined };
    } finally {
      cancel();
      this.#requests.delete(controller);
    }
  }

  async verify(): Promise<boolean> {
    const challenge = randomUUID();
    const { outcome, response } = await this.send({
      type: 'events_api',
      payload: { type: 'url_verification', token: verificationToken, challenge },
      acceptsResponsePayload: false,
      retryAttempt: 0,
      retryReason: '',
    });
    const answer = challengeSchema.safeParse(response);
    const echoed = answer.data?.challenge ?? answer.data?.text;
    return outcome === 'acknowledged' && echoed === challenge;
  }

  async close(): Promise<void> {
    for (const controller of this.#requests) controller.abort();
  }
}
