import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What the server was asked, as it arrived. */
export interface ReceivedChat {
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown> & { messages: { role: string; content: string }[] };
}

/** A local service for what the mock of the models cannot do: hang, refuse parameters, be odd. */
export interface ChatServer {
  url: string;
  requests: ReceivedChat[];
  /** Connections that are open now. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

type Answer = (response: ServerResponse, request: ReceivedChat, number: number) => unknown;

/** @param answer is given each request with its number, from 1 on. */
export async function startChatServer(answer: Answer): Promise<ChatServer> {
  const requests: ReceivedChat[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as ReceivedChat['body'];
      const request = { path: incoming.url ?? '', headers: incoming.headers, body };
      requests.push(request);
      answer(outgoing, request, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    connections: () =>
      new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An event with a piece of the output, or with why it ends. */
export function event(content: string | null, finishReason: string | null = null): unknown {
  return { choices: [{ index: 0, delta: { content }, finish_reason: finishReason }] };
}

/** Begins a stream and sends events; leaves it open. */
export function sendEvents(response: ServerResponse, events: readonly unknown[]): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const each of events) response.write(`data: ${JSON.stringify(each)}\n\n`);
}

/** A whole stream, as it ends when all is well. */
export function sendAnswer(response: ServerResponse, text: string): void {
  sendEvents(response, [event(text), event(null, 'stop')]);
  response.end('data: [DONE]\n\n');
}

export function sendError(
  response: ServerResponse,
  status: number,
  error: Record<string, unknown>,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error }));
}

/** Waits until something is so. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(2);
}
