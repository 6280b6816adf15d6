import { silentLog } from '../../src/observability/log.ts';
import {
  createRetrievalEngine,
  type EmbedderChoice,
  type IndexStore,
  type RetrievalEngine,
  type RetrievalRequest,
} from '../../src/retrieval/index.ts';

export function createTestEngine(
  store: IndexStore,
  options: { cacheDirectory?: string | null; embedder?: EmbedderChoice; now?: () => number } = {},
): RetrievalEngine {
  return createRetrievalEngine({
    store,
    embedder: options.embedder ?? { kind: 'local' },
    cacheDirectory: options.cacheDirectory ?? null,
    clock: { now: options.now ?? (() => 1_000) },
    log: silentLog,
  });
}

/** Ids of the publications found, best first. */
export async function findPublications(
  engine: RetrievalEngine,
  query: string,
  request: Partial<RetrievalRequest> = {},
): Promise<string[]> {
  const { passages } = await engine.retriever.retrieve({
    query,
    audiences: ['public', 'members'],
    limit: 100,
    ...request,
  });
  return [...new Set(passages.map(({ publication }) => publication.id))];
}
