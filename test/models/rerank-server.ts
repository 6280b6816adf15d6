import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RerankRequest {
  headers: IncomingHttpHeaders;
  body: { model?: string; query: string; documents?: string[]; texts?: string[] };
}

export interface RerankReply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Never answers. */
  hangs?: true;
}

/** A local service with a rerank endpoint that remembers what it was asked. */
export interface RerankServer {
  url: string;
  requests: RerankRequest[];
  close(): Promise<void>;
}

export async function startRerankServer(
  answer: (request: RerankRequest, number: number) => RerankReply,
): Promise<RerankServer> {
  const requests: RerankRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as RerankRequest['body'];
      const request = { headers: incoming.headers, body };
      requests.push(request);
      const reply = answer(request, requests.length);
      if (reply.hangs) return;
      outgoing.writeHead(reply.status ?? 200, {
        'content-type': 'application/json',
        ...reply.headers,
      });
      outgoing.end(JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/rerank`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Scores texts by a known rule: how often they say “reply”. */
export function scoreByReplies(texts: readonly string[] = []): { index: number; score: number }[] {
  return texts.map((text, index) => ({ index, score: text.split('reply').length - 1 }));
}
