import type { Config } from './config.ts';
import { OpenAiEmbedder } from './models/openai-embedder.ts';
import { type EmbedderChoice, embeddingPriceOf, type RemoteEmbedder } from './retrieval/index.ts';

/** The embedder that the configuration asks for. Nothing is called yet. */
export function composeEmbedder({
  embedder,
  embeddingService,
}: Pick<Config, 'embedder' | 'embeddingService'>): EmbedderChoice {
  const earlier = (id: string): RemoteEmbedder | null => {
    const [, model = '', dimensions = ''] = /^(.+):(\d+)@[^@]+$/.exec(id) ?? [];
    if (embeddingService === null || model === '') return null;
    const found = new OpenAiEmbedder({
      ...embeddingService,
      model,
      dimensions: Number(dimensions),
      price: embeddingPriceOf(model),
    });
    // Another address is another service: it has neither the key nor a claim to the questions.
    return found.id === id ? found : null;
  };
  if (embedder.kind === 'local') return { kind: 'local', earlier };
  const { kind: _, ...options } = embedder;
  const price = options.price ?? embeddingPriceOf(options.model);
  return { kind: 'remote', embedder: new OpenAiEmbedder({ ...options, price }), earlier };
}
