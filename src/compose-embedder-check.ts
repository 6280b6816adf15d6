import { composeEmbedder } from './compose-embedder.ts';
import type { Config } from './config.ts';
import type { HealthCheck } from './observability/health-check.ts';

const harmlessQuestion = 'library';

/** Whether the configured embedder embeds a question, and in which time. */
export function checkEmbedder(config: Pick<Config, 'embedder' | 'embeddingService'>): HealthCheck {
  return {
    name: 'embedder',
    fixWhenThrown:
      'Check OPENAI_API_KEY, OPENAI_BASE_URL, EMBEDDING_MODEL and EMBEDDING_DIMENSIONS, or set EMBEDDER=local. Until then questions are searched for by their words.',
    run: async () => {
      const choice = composeEmbedder(config);
      if (choice.kind === 'local') {
        return { state: 'ok', found: 'local, fitted on the library', fix: null };
      }
      const { model, dimensions, price } = choice.embedder;
      const startedAt = performance.now();
      await choice.embedder.embedQuery(harmlessQuestion);
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      const found = `${model} embedded a question in ${seconds} s, ${dimensions} dimensions`;
      if (price !== null) return { state: 'ok', found, fix: null };
      const unknown = `${found}; its price is not known (EMBEDDING_PRICE_USD says it)`;
      return { state: 'ok', found: unknown, fix: null };
    },
  };
}
