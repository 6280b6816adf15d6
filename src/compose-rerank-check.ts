import type { Config } from './config.ts';
import { EndpointReranker } from './models/endpoint-reranker.ts';
import type { HealthCheck } from './observability/health-check.ts';

const harmlessTexts = ['The library opens at nine.', 'The garden has a pond.'];

/** Whether the configured endpoint reranks, and in which time. */
export function checkReranker({ rerank }: Pick<Config, 'rerank'>): HealthCheck {
  return {
    name: 'reranking',
    fixWhenThrown: 'Until then passages stay in the order of the search, as with RERANK=off.',
    run: async () => {
      if (rerank === null) return { state: 'ok', found: 'off', fix: null };
      if (rerank.kind === 'model') return { state: 'ok', found: 'by CHAT_MODEL', fix: null };
      const startedAt = performance.now();
      const reranker = new EndpointReranker(rerank);
      await reranker.order('When does the library open?', harmlessTexts, undefined);
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      const name = rerank.model ?? new URL(rerank.url).host;
      return { state: 'ok', found: `${name} put texts in order in ${seconds} s`, fix: null };
    },
  };
}
