import type { Server } from 'node:http';
import { HTTPReceiver, type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Clock } from '../../clock.ts';
import type { SlackConfig } from '../../config.ts';
import { ConcordError } from '../../errors.ts';
import { toConnectionError } from './connection-error.ts';
import { guardReconnection } from './guard-reconnection.ts';
import { rejectFutureRequests } from './reject-future-requests.ts';
import { socketOptions, type WebClientSettings } from './web-clients.ts';

export type SlackReceiver = SocketModeReceiver | HTTPReceiver;

export interface ReceiverOptions {
  config: SlackConfig;
  web: WebClientSettings;
  clock: Clock;
  logger: Logger;
  /** Resolves when Concord can take events in; rejects otherwise. */
  checkHealth(): Promise<void>;
  /** The socket cannot be opened again, for Slack refuses it. */
  onLost(reason: unknown): void;
  /** First wait before the socket is opened again; Slack's client waits as long for pongs. */
  reconnectMs: number;
}

/** Where the HTTP receiver takes events and interactions. */
const eventsPath = '/slack/events';
/** Answers 200 while Concord can take events in, 503 otherwise. */
const healthPath = '/health';

/** Socket Mode or HTTP, as configured. */
export function createReceiver(options: ReceiverOptions): SlackReceiver {
  const { config, web, clock, logger } = options;
  if (config.mode === 'socket') {
    const receiver = new SocketModeReceiver({
      appToken: config.appToken,
      logger,
      clientPingTimeout: options.reconnectMs,
      installerOptions: { clientOptions: socketOptions(web) },
    });
    guardReconnection(receiver.client, options.onLost);
    return receiver;
  }
  const receiver = new HTTPReceiver({
    signingSecret: config.signingSecret,
    endpoints: eventsPath,
    logger,
    customRoutes: [
      {
        path: healthPath,
        method: ['GET'],
        handler: (_request, response) => {
          const answer = (status: number, text: string): void => {
            response.writeHead(status, { 'content-type': 'application/json' });
            response.end(JSON.stringify({ status: text }));
          };
          options.checkHealth().then(
            () => answer(200, 'ok'),
            () => answer(503, 'database-unreachable'),
          );
        },
      },
    ],
  });
  rejectFutureRequests(receiver, clock);
  return receiver;
}

/**
 * Starts receiving; returns the port for HTTP, null for Socket Mode.
 *
 * @throws {ConcordError} `slack-not-connected` or `port-unavailable`, with what to do about it.
 */
export async function startReceiver(
  receiver: SlackReceiver,
  config: SlackConfig,
): Promise<number | null> {
  if (receiver instanceof SocketModeReceiver) {
    await receiver.start().catch((cause: unknown) => {
      throw toConnectionError(cause, 'SLACK_APP_TOKEN');
    });
    return null;
  }
  const port = config.mode === 'http' ? config.port : 0;
  const server: Server = await receiver.start(port).catch((cause: unknown) => {
    throw new ConcordError('port-unavailable', `cannot listen on port ${port}`, {
      cause,
      details: { port },
      forPeople: `Port ${port} cannot be used, perhaps because another program has it. Set SLACK_HTTP_PORT.`,
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : null;
}
