import { afterEach } from 'vitest';
import { OpenAiEmbedder, type OpenAiEmbedderOptions } from '../../src/models/openai-embedder.ts';
import {
  type EmbeddingServer,
  type Interference,
  startEmbeddingServer,
} from './embedding-server.ts';

export interface OpenedEmbedder {
  server: EmbeddingServer;
  embedder: OpenAiEmbedder;
}

/** Starts services with an embedder each; they are closed after the test. */
export function useEmbeddingServer() {
  const servers: EmbeddingServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  return async (
    interfere?: Interference,
    options: Partial<OpenAiEmbedderOptions> = {},
  ): Promise<OpenedEmbedder> => {
    const server = await startEmbeddingServer(interfere);
    servers.push(server);
    const embedder = new OpenAiEmbedder({
      apiKey: 'key-for-tests',
      baseUrl: server.url,
      model: 'small',
      dimensions: 6,
      timeoutMs: 2_000,
      queryTimeoutMs: 2_000,
      concurrency: 2,
      price: 20_000,
      firstPauseMs: 1,
      ...options,
    });
    return { server, embedder };
  };
}
