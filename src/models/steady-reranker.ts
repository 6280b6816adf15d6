import type { Clock } from '../clock.ts';
import { ConcordError } from '../errors.ts';
import type { Log } from '../observability/log.ts';
import type { Reranker } from '../retrieval/index.ts';

/** So many failures in a row, and it is left alone. */
const mostFailures = 3;
const pauseMs = 30_000;

/**
 * A reranker that people wait for: left alone for a while when it keeps failing, so that nobody waits
 * in vain. Logged once for each change: `reranking-failed` and, when it works again,
 * `reranking-recovered`.
 */
export function createSteadyReranker(
  reranker: Reranker,
  { clock, log }: { clock: Clock; log: Log },
): Reranker {
  let failed = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;

  function fail(error: unknown): void {
    failed += 1;
    if (failed >= mostFailures) restsUntil = clock.now() + pauseMs;
    if (failed === 1) log.warn({ err: error }, 'reranking-failed');
  }

  function succeed(): void {
    if (failed > 0) log.info({ failed }, 'reranking-recovered');
    failed = 0;
    restsUntil = Number.NEGATIVE_INFINITY;
  }

  return {
    mostPassages: reranker.mostPassages,
    rerank: async (query, passages, signal) => {
      if (clock.now() < restsUntil) {
        throw new ConcordError('reranking-paused', 'the reranker has failed and is left alone');
      }
      try {
        const places = await reranker.rerank(query, passages, signal);
        succeed();
        return places;
      } catch (error) {
        if (signal?.aborted !== true) fail(error);
        throw error;
      }
    },
  };
}
