import type { Config } from './config.ts';
import { OpenAiEmbedder } from './models/openai-embedder.ts';
import type { EmbedderChoice } from './retrieval/index.ts';

/** The embedder that the configuration asks for. Nothing is called yet. */
export function composeEmbedder({ embedder }: Pick<Config, 'embedder'>): EmbedderChoice {
  if (embedder.kind === 'local') return { kind: 'local' };
  const { kind: _, ...options } = embedder;
  return { kind: 'remote', embedder: new OpenAiEmbedder(options) };
}
