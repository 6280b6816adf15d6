import type { Config } from './config.ts';
import type { EmbedderChoice } from './retrieval/index.ts';

/** The embedder that the configuration asks for. Nothing is called yet. */
export function composeEmbedder(_config: Config): EmbedderChoice {
  return { kind: 'local' };
}
