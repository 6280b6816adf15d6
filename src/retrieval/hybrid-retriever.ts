import type { Clock } from '../clock.ts';
import type { RankedPassage } from './candidate.ts';
import { choosePassages } from './choose-passages.ts';
import type { IndexStore } from './index-store.ts';
import type { Indexes } from './indexes.ts';
import { measureSignals } from './measure-signals.ts';
import { rankCandidates } from './rank-candidates.ts';
import type { RetrievedPassage, Retriever } from './retriever.ts';
import type { EmbedQuery } from './semantic/query-embedding.ts';
import { createVisibility } from './visibility.ts';

const defaultLimit = 12;
const defaultPerPublication = 3;
/** Of each index, for the other one to judge. */
const fewestCandidates = 200;
/** When similarity alone decides; the signals look as far. */
const fewestNearest = 50;

/**
 * Searches by words and by subject, combines both and fetches the best passages.
 *
 * @param currentIndexes asked once per request, so that indexes can be replaced between requests.
 */
export function createHybridRetriever(
  currentIndexes: () => Indexes,
  store: Pick<IndexStore, 'hits'>,
  clock: Clock,
  embedQuery: EmbedQuery,
): Retriever {
  const determineVisibility = createVisibility();
  return {
    retrieve: async (request) => {
      const { limit = defaultLimit, perPublication = defaultPerPublication } = request;
      const { query, pipeline = 'hybrid' } = request;
      let indexes = currentIndexes();
      let vector: Float32Array | null = null;
      if (pipeline !== 'lexical' && indexes.semantic && indexes.semantic.vectors.size > 0) {
        const { embedder } = indexes.semantic;
        vector = await embedQuery(embedder, query);
        request.signal?.throwIfAborted();
        // Meanwhile the indexes may have been replaced, and the vector may not fit the new ones.
        indexes = currentIndexes();
        if (indexes.semantic?.embedder.id !== embedder.id) vector = null;
      }
      const visibility = determineVisibility(indexes.table, request, clock.now());
      const rank = (depth: number) => {
        const { accepts } = visibility;
        const ranking = rankCandidates(indexes, { query, vector, pipeline, depth, accepts });
        const chosen = choosePassages(ranking.ranked, limit, perPublication, indexes.table);
        return { ranking, chosen, isCutShort: ranking.bySubject.length === depth };
      };
      let depth = Math.max(pipeline === 'semantic' ? fewestNearest : fewestCandidates, limit);
      let found = rank(depth);
      // The nearest may be of few publications, and then more have to be looked at.
      while (pipeline === 'semantic' && found.chosen.length < limit && found.isCutShort) {
        depth *= 4;
        found = rank(depth);
      }
      const { ranking, chosen } = found;
      const ids = chosen.map(({ key }) => indexes.table.passageId(key));
      return {
        passages: await fetchPassages(store, ids, chosen),
        signals: measureSignals(ranking, visibility, {
          table: indexes.table,
          vectors: indexes.semantic?.vectors ?? null,
        }),
      };
    },
  };
}

/** Passages that were removed since the indexes last caught up are left out. */
async function fetchPassages(
  store: Pick<IndexStore, 'hits'>,
  ids: readonly number[],
  chosen: readonly RankedPassage[],
): Promise<RetrievedPassage[]> {
  const hits = new Map((await store.hits(ids)).map((hit) => [hit.passage.id, hit]));
  return chosen.flatMap(({ score, lexicalScore, semanticSimilarity }, at) => {
    const hit = hits.get(ids[at] ?? 0);
    return hit ? [{ ...hit, score, lexicalScore, semanticSimilarity }] : [];
  });
}
