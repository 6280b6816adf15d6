import { WebSocket } from 'ws';
import type { LocalSlack } from '../../../src/playground/index.ts';
import { callMethod } from './call-method.ts';

export interface ReceivedEnvelope {
  envelope_id: string;
  type: string;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
  reason?: string;
  payload: Record<string, unknown> & { event_id: string; event: Record<string, unknown> };
}

/** A bare Socket Mode client that keeps what it gets and acknowledges only when told. */
export interface SocketApp {
  received: ReceivedEnvelope[];
  hello: Record<string, unknown>;
  /** Resolves once `count` envelopes have come in. */
  receive(count: number): Promise<ReceivedEnvelope[]>;
  acknowledge(envelope: ReceivedEnvelope, payload?: unknown): void;
  send(text: string): void;
  ping(): Promise<void>;
  isOpen(): boolean;
  close(): Promise<void>;
}

export async function connectSocketApp(
  slack: LocalSlack,
  options: { acknowledges?: boolean } = {},
): Promise<SocketApp> {
  const { body } = await callMethod(slack, 'apps.connections.open', {}, { token: slack.appToken });
  const socket = new WebSocket(String(body.url));
  const received: ReceivedEnvelope[] = [];
  let announce: () => void = () => undefined;
  const acknowledge = (envelope: ReceivedEnvelope, payload?: unknown): void =>
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
  const hello = await new Promise<Record<string, unknown>>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ReceivedEnvelope;
      if (message.type === 'hello') {
        resolve({ ...message });
        return;
      }
      received.push(message);
      if (options.acknowledges && message.envelope_id !== undefined) acknowledge(message);
      announce();
    });
  });
  return {
    received,
    hello,
    receive: (count) =>
      new Promise((resolve) => {
        announce = () => {
          if (received.length >= count) resolve(received);
        };
        announce();
      }),
    acknowledge,
    send: (text) => socket.send(text),
    ping: () =>
      new Promise((resolve) => {
        socket.once('pong', () => resolve());
        socket.ping();
      }),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () =>
      new Promise((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) return resolve();
        socket.once('close', () => resolve());
        socket.terminate();
      }),
  };
}
