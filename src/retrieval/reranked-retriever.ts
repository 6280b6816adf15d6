import { joinNeighbours } from './join-neighbours.ts';
import type { Reranker } from './reranker.ts';
import type { RetrievedPassage, Retriever } from './retriever.ts';

const defaultLimit = 12;

/**
 * The same search with its passages in a better order: more are fetched than are asked for, reranked,
 * and the best kept. Without an order from the reranker, what is found is as without it.
 *
 * The signals stay those of the search, as the decision to abstain is calibrated on them: a reranker
 * decides which passages are read, and its own scores, which differ from service to service, say
 * nothing about whether there is enough to answer from. For the same reason the search's scores stay
 * where they are, highest first, and go to the passages in their new order; the lexical score and the
 * similarity stay with their passage.
 */
export function createRerankedRetriever(retriever: Retriever, reranker: Reranker): Retriever {
  const { mostPassages } = reranker;
  return {
    retrieve: async (request) => {
      const { limit = defaultLimit, query, signal } = request;
      const more = { ...request, limit: Math.max(limit, mostPassages) };
      const { passages, signals } = await retriever.retrieve(more);
      const ranked = [...passages].sort((one, other) => other.score - one.score);
      const judged = ranked.slice(0, mostPassages);
      const places = await placesOf(reranker, query, judged, signal);
      const order = [...takePlaces(places, judged), ...ranked.slice(mostPassages)];
      const scored = order.map((passage, at) => ({ ...passage, score: ranked[at]?.score ?? 0 }));
      return { passages: joinNeighbours(scored.slice(0, limit)), signals };
    },
  };
}

async function placesOf(
  reranker: Reranker,
  query: string,
  passages: readonly RetrievedPassage[],
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  if (passages.length < 2) return [];
  try {
    return await reranker.rerank(query, passages, signal);
  } catch {
    signal?.throwIfAborted();
    return [];
  }
}

/** The passages in the order of their places, then the others. */
function takePlaces(
  places: readonly number[],
  passages: readonly RetrievedPassage[],
): RetrievedPassage[] {
  const named = places.flatMap((place) => passages[place] ?? []);
  return [...new Set([...named, ...passages])];
}
