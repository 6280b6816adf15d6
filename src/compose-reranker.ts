import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { EndpointReranker } from './models/endpoint-reranker.ts';
import { createSteadyReranker } from './models/steady-reranker.ts';
import type { Log } from './observability/log.ts';
import { createRerankedRetriever, type Retriever } from './retrieval/index.ts';

/** The search with its passages in the order of the configured endpoint; as it is without one. */
export function composeRetriever(
  { rerank }: Pick<Config, 'rerank'>,
  retriever: Retriever,
  parts: { clock: Clock; log: Log },
): Retriever {
  if (rerank?.kind !== 'endpoint') return retriever;
  return createRerankedRetriever(
    retriever,
    createSteadyReranker(new EndpointReranker(rerank), parts),
  );
}
