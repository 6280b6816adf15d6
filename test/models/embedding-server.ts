import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingRequest {
  headers: IncomingHttpHeaders;
  body: { model: string; input: string[]; dimensions: number };
}

/** An answer in place of vectors; undefined leaves the usual one. */
export type Interference = (
  request: EmbeddingRequest,
  number: number,
) => { status: number; body?: unknown; headers?: Record<string, string> } | undefined;

/** A local service that speaks the embeddings endpoint and remembers what it was asked. */
export interface EmbeddingServer {
  url: string;
  requests: EmbeddingRequest[];
  close(): Promise<void>;
}

export async function startEmbeddingServer(
  interfere: Interference = () => undefined,
): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as EmbeddingRequest['body'];
      const request = { headers: incoming.headers, body };
      requests.push(request);
      const reply = interfere(request, requests.length) ?? { status: 200, body: embeddings(body) };
      outgoing.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      outgoing.end(JSON.stringify(reply.body ?? { error: { message: 'no' } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Vectors that depend on the text alone, out of order, as the index numbers allow. */
function embeddings({ input, dimensions, model }: EmbeddingRequest['body']) {
  const data = input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: Array.from({ length: dimensions }, (_, at) => 3 + (text.charCodeAt(at) || 0) / 100),
  }));
  return {
    object: 'list',
    model,
    data: data.reverse(),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}
