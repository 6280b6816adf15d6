import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingRequest {
  headers: IncomingHttpHeaders;
  body: { model: string; input: string[]; dimensions?: number };
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** No answer at all. */
  hangs?: boolean;
}

/** An answer in place of vectors; undefined leaves the usual one. */
export type Interference = (
  request: EmbeddingRequest,
  number: number,
) => Reply | undefined | Promise<Reply | undefined>;

/** A local service that speaks the embeddings endpoint and remembers what it was asked. */
export interface EmbeddingServer {
  url: string;
  requests: EmbeddingRequest[];
  close(): Promise<void>;
}

/** @param ownDimensions length of the vectors when none is asked for. */
export async function startEmbeddingServer(
  interfere: Interference = () => undefined,
  ownDimensions = 6,
): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as EmbeddingRequest['body'];
      const request = { headers: incoming.headers, body };
      const number = requests.push(request);
      const reply = (await interfere(request, number)) ?? {
        status: 200,
        body: embeddings(body, ownDimensions),
      };
      if (reply.hangs) return;
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
export function embeddings(
  { input, dimensions, model }: EmbeddingRequest['body'],
  ownDimensions: number,
) {
  const length = dimensions ?? ownDimensions;
  const data = input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: Array.from({ length }, (_, at) => 3 + (text.charCodeAt(at) || 0) / 100),
  }));
  const tokens = input.reduce((sum, text) => sum + tokensOf(text), 0);
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  return { object: 'list', model, data: data.reverse(), usage };
}

/** As this service counts: its words. */
function tokensOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
