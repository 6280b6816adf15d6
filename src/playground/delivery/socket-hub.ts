import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { PlaygroundError } from '../playground-error.ts';
import type { Workspace } from '../state/workspace.ts';
import type { AppTransport, Envelope, SendResult } from './app-transport.ts';

/** "Up to 10 open connections" (docs.slack.dev/apis/events-api/using-socket-mode). */
const maximumConnections = 10;
/** An app has three seconds to acknowledge. */
export const acknowledgementTimeoutMs = 3_000;

const pingIntervalMs = 10_000;
/** Slack announces in `hello` how long a connection will last, roughly, in seconds. */
const connectionLifeSeconds = 18_060;

const acknowledgementSchema = z.looseObject({
  envelope_id: z.string(),
  payload: z.unknown().optional(),
});

interface Pending {
  connection: WebSocket;
  settle: (result: SendResult) => void;
}

/** How long an app is given to answer a close frame before the connection is cut, in real ms. */
const closeGraceMs = 100;

/** Says goodbye, so that the app sees an orderly end, and cuts the connection if it is ignored. */
function closeConnection(connection: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => connection.terminate(), closeGraceMs);
    connection.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (connection.readyState === connection.CLOSED) connection.emit('close');
    else connection.close(1001);
  });
}

/** Socket Mode, as the server: hands out addresses, takes connections, sends envelopes in turn. */
export class SocketHub implements AppTransport {
  readonly #workspace: Workspace;
  readonly #server: WebSocketServer;
  readonly #address: () => string;
  readonly #tickets = new Set<string>();
  readonly #connections: WebSocket[] = [];
  readonly #pending = new Map<string, Pending>();
  readonly #reachableListeners: (() => void)[] = [];
  #turn = 0;
  #cancelPing: () => void = () => undefined;

  /** @param address where connections are taken, known once the HTTP server listens. */
  constructor(workspace: Workspace, httpServer: Server, address: () => string) {
    this.#workspace = workspace;
    this.#address = address;
    this.#server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
    httpServer.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#ping();
  }

  /** The address for one new connection; it can be used once. */
  openConnection(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    const { appId } = this.#workspace.state.app;
    return `${this.#address()}?ticket=${ticket}&app_id=${appId}`;
  }

  get connectionCount(): number {
    return this.#connections.length;
  }

  onReachable(listener: () => void): void {
    this.#reachableListeners.push(listener);
  }

  send(envelope: Envelope): Promise<SendResult> {
    const connection = this.#next();
    if (connection === undefined) {
      return Promise.resolve({ outcome: 'no_connection', response: undefined });
    }
    const id = randomUUID();
    return new Promise((resolve) => {
      const cancel = this.#workspace.clock.scheduleForProgram(acknowledgementTimeoutMs, () =>
        this.#pending.get(id)?.settle({ outcome: 'timeout', response: undefined }),
      );
      const settle = (result: SendResult): void => {
        cancel();
        this.#pending.delete(id);
        resolve(result);
      };
      this.#pending.set(id, { connection, settle });
      connection.send(
        JSON.stringify({
          envelope_id: id,
          payload: envelope.payload,
          type: envelope.type,
          accepts_response_payload: envelope.acceptsResponsePayload,
          ...(envelope.type === 'events_api' && {
            retry_attempt: envelope.retryAttempt,
            retry_reason: envelope.retryReason,
          }),
        }),
      );
    });
  }

  async verify(): Promise<boolean> {
    throw new PlaygroundError('playground-no-request-url', 'Socket Mode has no request URL');
  }

  /** Asks every connection to be replaced, as Slack does every few hours. */
  recycle(): void {
    for (const connection of this.#connections) {
      this.#tell(connection, { type: 'disconnect', reason: 'refresh_requested' });
    }
  }

  /** Cuts every connection, without a word. */
  drop(): void {
    for (const connection of [...this.#connections]) connection.terminate();
  }

  /** Cuts every connection, those too that are just being made. */
  cut(): void {
    this.#tickets.clear();
    this.drop();
  }

  async close(): Promise<void> {
    this.#cancelPing();
    this.#tickets.clear();
    await Promise.all(this.#connections.map(closeConnection));
    this.#server.close();
  }

  #next(): WebSocket | undefined {
    const open = this.#connections.filter(
      (connection) => connection.readyState === connection.OPEN,
    );
    this.#turn += 1;
    return open[this.#turn % Math.max(1, open.length)];
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://local');
    const ticket = url.searchParams.get('ticket') ?? '';
    if (url.pathname !== '/link' || !this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  #welcome(connection: WebSocket): void {
    connection.on('error', () => connection.terminate());
    if (this.#connections.length >= maximumConnections) {
      this.#tell(connection, { type: 'disconnect', reason: 'too_many_websockets' });
      connection.close();
      return;
    }
    this.#connections.push(connection);
    connection.on('message', (data) => this.#receive(String(data)));
    connection.on('close', () => this.#forget(connection));
    this.#tell(connection, {
      type: 'hello',
      num_connections: this.#connections.length,
      connection_info: { app_id: this.#workspace.state.app.appId },
      debug_info: {
        host: 'local-slack',
        build_number: 1,
        approximate_connection_time: connectionLifeSeconds,
      },
    });
    this.#announce();
    for (const listener of this.#reachableListeners) listener();
  }

  #tell(connection: WebSocket, message: Record<string, unknown>): void {
    const debug = { debug_info: { host: 'local-slack' } };
    connection.send(
      JSON.stringify(message.type === 'disconnect' ? { ...message, ...debug } : message),
    );
  }

  #receive(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    const parsed = acknowledgementSchema.safeParse(message);
    if (!parsed.success) return;
    const { envelope_id: id, payload } = parsed.data;
    this.#pending.get(id)?.settle({ outcome: 'acknowledged', response: payload });
  }

  #forget(connection: WebSocket): void {
    const index = this.#connections.indexOf(connection);
    if (index >= 0) {
      this.#connections.splice(index, 1);
      this.#announce();
    }
    for (const pending of [...this.#pending.values()]) {
      if (pending.connection === connection) {
        pending.settle({ outcome: 'disconnected', response: undefined });
      }
    }
  }

  #announce(): void {
    this.#workspace.announce({
      type: 'connection-changed',
      connections: this.#connections.length,
    });
  }

  #ping(): void {
    this.#cancelPing = this.#workspace.clock.scheduleForProgram(pingIntervalMs, () => {
      for (const connection of this.#connections) connection.ping(`Ping from local-slack`);
      this.#ping();
    });
  }
}
