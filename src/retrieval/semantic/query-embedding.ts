import type { Clock } from '../../clock.ts';
import { ConcordError } from '../../errors.ts';
import type { Log } from '../../observability/log.ts';
import type { Embedder } from './embedder.ts';

/**
 * The vector of a question; null when it has none, or the embedder fails: the words alone still find
 * most of what there is.
 */
export type EmbedQuery = (embedder: Embedder, query: string) => Promise<Float32Array | null>;

/** After the second failure in a row; twice as long after each further one. */
const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

interface Failures {
  inARow: number;
  /** Until then the embedder is left alone, so that nobody waits for it in vain. */
  until: number;
}

/** Embeds questions, with a memory of which embedder fails. Logs when that changes. */
export function createQueryEmbedding(clock: Clock, log: Log): EmbedQuery {
  const failing = new Map<string, Failures>();

  const noteFailure = (id: string, error: unknown): void => {
    const inARow = (failing.get(id)?.inARow ?? 0) + 1;
    if (inARow === 1) log.warn({ embedder: id, ...factsOf(error) }, 'query-embedding-failed');
    const pause = inARow === 1 ? 0 : Math.min(firstPauseMs * 2 ** (inARow - 2), longestPauseMs);
    failing.set(id, { inARow, until: clock.now() + pause });
  };

  return async (embedder, query) => {
    const { id } = embedder;
    const failures = failing.get(id);
    if (failures !== undefined && clock.now() < failures.until) return null;
    // While one question finds out whether it works again, the others do not wait.
    if (failures !== undefined && failures.inARow > 1) {
      failures.until = clock.now() + firstPauseMs;
    }
    try {
      const vector = Float32Array.from(await embedder.embedQuery(query));
      if (failing.delete(id)) log.info({ embedder: id }, 'query-embedding-resumed');
      // Nothing is near the zero vector of a query without any known word.
      return vector.some((value) => value !== 0) ? vector : null;
    } catch (error) {
      noteFailure(id, error);
      return null;
    }
  };
}

/** Never the message: what an unknown error says may quote the question. */
function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof ConcordError)) return { code: 'unknown' };
  const { code, details, forPeople } = error;
  return { code, reason: details.reason, advice: forPeople };
}
