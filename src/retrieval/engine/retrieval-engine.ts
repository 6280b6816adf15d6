import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';
import { createAnalyser } from '../analysis/analyser.ts';
import { createHybridRetriever } from '../hybrid-retriever.ts';
import type { IndexStore } from '../index-store.ts';
import type { Retriever } from '../retriever.ts';
import { createBreather } from '../semantic/breather.ts';
import { createQueryEmbedding } from '../semantic/query-embedding.ts';
import { describeSearchState } from './describe-search-state.ts';
import { createEmbedMissing, type EmbedMissingOptions } from './embed-missing.ts';
import type { EmbedderChoice } from './embedder-choice.ts';
import { type EmbeddingPlan, planEmbedding } from './embedding-plan.ts';
import { createIndexKeeper, type RefreshOptions, type RefreshResult } from './index-keeper.ts';
import { createQueue } from './queue.ts';

export interface RetrievalEngineOptions {
  store: IndexStore;
  embedder: EmbedderChoice;
  /** Folder for the index cache; null keeps none. */
  cacheDirectory: string | null;
  clock: Clock;
  log: Log;
}

/** Statistics of the searched library, in its own terms. */
export interface LibraryTerms {
  /** Terms of a text in reading order, as the indexes count them. */
  terms(text: string): string[];
  /** Passages indexed. */
  readonly passages: number;
  /** In how many passages a term occurs; 0 for an unknown one. */
  passagesWith(term: string): number;
}

/** The indexes of one library, kept in step with its database. */
export interface RetrievalEngine {
  retriever: Retriever;
  termStatistics: LibraryTerms;
  /** Changes whenever a search may find something else: with the indexes, and with ended embargoes. */
  searchState(): string;
  /** Catches up with the database, from the cache at first; cheap when nothing changed. */
  refresh(options?: RefreshOptions): Promise<RefreshResult>;
  /**
   * Gives every passage its vector of the chosen embedder, after fitting it anew when that is due,
   * and removes embedders that it has taken the place of. May be stopped at any moment, also by
   * killing the process, and goes on where it stopped. Searches are served meanwhile, with the
   * vectors there are, also those of an embedder chosen earlier.
   *
   * @throws the reason of the signal, or that the engine was closed.
   * @throws {ConcordError} `embedding-failed` or `embedding-invalid` when a service does not embed.
   */
  embedMissing(options?: EmbedMissingOptions): Promise<void>;
  /**
   * What `embedMissing` would have a service embed now; null for nothing, and without a service.
   * Embeds nothing.
   *
   * @param added passages and tokens that are about to be added to the library.
   */
  planEmbedding(added?: { passages: number; tokens: number }): Promise<EmbeddingPlan | null>;
  /** Writes the index cache, so that the next start is quick. Does nothing when it is up to date. */
  saveCache(): Promise<void>;
  close(): Promise<void>;
}

/** Creates an engine with empty indexes; the first `refresh` fills them. */
export function createRetrievalEngine(options: RetrievalEngineOptions): RetrievalEngine {
  const { store, embedder: choice, clock, log } = options;
  const analyser = createAnalyser();
  const closing = new AbortController();
  const refused = new Set<number>();
  const keeper = createIndexKeeper({ ...options, analyser, refused, signal: closing.signal });
  const readInTurn = createQueue();
  const embedInTurn = createQueue();
  const embed = createEmbedMissing({ ...options, analyser, refused });
  const embedQuery = createQueryEmbedding(clock, log);

  const embedMissing = async (wanted: EmbedMissingOptions): Promise<void> => {
    const { signal } = wanted;
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    await embed(wanted, stop);
    await readInTurn(() => keeper.refresh());
    await keeper.removeSupersededEmbedders();
  };

  return {
    retriever: createHybridRetriever(keeper.indexes, store, clock, embedQuery),
    termStatistics: {
      terms: analyser.terms,
      get passages() {
        return keeper.indexes().lexical.documents;
      },
      passagesWith: (term) => keeper.indexes().lexical.documentFrequency(term),
    },
    searchState: () => describeSearchState(keeper.indexes(), clock.now()),
    refresh: (refreshOptions) => readInTurn(() => keeper.refresh(refreshOptions)),
    embedMissing: (embedOptions = {}) => embedInTurn(() => embedMissing(embedOptions)),
    planEmbedding: async (added = { passages: 0, tokens: 0 }) => {
      if (choice.kind === 'local') return null;
      const { embedder } = choice;
      const missing = await store.passageIdsWithoutVector(embedder.id);
      const breathe = createBreather(closing.signal);
      const plan = await planEmbedding(store, { embedder, missing, added, breathe });
      return plan.passages === 0 ? null : plan;
    },
    saveCache: () => readInTurn(keeper.saveCache),
    close: async () => {
      closing.abort(new Error('the retrieval engine was closed'));
      await embedInTurn(async () => {});
      await readInTurn(async () => {});
    },
  };
}
