import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';
import { createAnalyser } from '../analysis/analyser.ts';
import { createHybridRetriever } from '../hybrid-retriever.ts';
import type { IndexStore } from '../index-store.ts';
import type { Retriever } from '../retriever.ts';
import { createBreather } from '../semantic/breather.ts';
import { type EmbeddingProgress, embedPassages } from './embed-passages.ts';
import type { EmbedderChoice } from './embedder-choice.ts';
import { ensureEmbedder } from './ensure-embedder.ts';
import { createIndexKeeper, type RefreshResult } from './index-keeper.ts';
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

export interface EmbedMissingOptions {
  onProgress?: (progress: EmbeddingProgress) => void;
  signal?: AbortSignal;
}

/** The indexes of one library, kept in step with its database. */
export interface RetrievalEngine {
  retriever: Retriever;
  termStatistics: LibraryTerms;
  /** Catches up with the database, from the cache at first; cheap when nothing changed. */
  refresh(): Promise<RefreshResult>;
  /**
   * Gives every passage its vector, after fitting the embedder anew when it is due. May be stopped
   * at any moment, also by killing the process, and goes on where it stopped. Searches are served
   * meanwhile, with the vectors there are.
   *
   * @throws the reason of the signal, or that the engine was closed.
   */
  embedMissing(options?: EmbedMissingOptions): Promise<void>;
  /** Writes the index cache, so that the next start is quick. Does nothing when it is up to date. */
  saveCache(): Promise<void>;
  close(): Promise<void>;
}

/** Creates an engine with empty indexes; the first `refresh` fills them. */
export function createRetrievalEngine(options: RetrievalEngineOptions): RetrievalEngine {
  const { store, embedder: choice, clock, log } = options;
  const analyser = createAnalyser();
  const closing = new AbortController();
  const keeper = createIndexKeeper({ ...options, analyser, signal: closing.signal });
  const readInTurn = createQueue();
  const embedInTurn = createQueue();

  const embedMissing = async ({ onProgress, signal }: EmbedMissingOptions): Promise<void> => {
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    stop.throwIfAborted();
    const breathe = createBreather(stop);
    const startedAt = performance.now();
    const embedder = await ensureEmbedder({ store, choice, analyser, clock, onProgress, breathe });
    if (!embedder) return;
    const passages = await embedPassages({ store, embedder, onProgress, breathe, signal: stop });
    const duration = performance.now() - startedAt;
    if (passages > 0) log.info({ passages, duration_ms: duration }, 'passages-embedded');
    await readInTurn(keeper.refresh);
    await keeper.removeOutdatedEmbedders();
  };

  return {
    retriever: createHybridRetriever(keeper.indexes, store, clock, log),
    termStatistics: {
      terms: analyser.terms,
      get passages() {
        return keeper.indexes().lexical.documents;
      },
      passagesWith: (term) => keeper.indexes().lexical.documentFrequency(term),
    },
    refresh: () => readInTurn(keeper.refresh),
    embedMissing: (embedOptions = {}) => embedInTurn(() => embedMissing(embedOptions)),
    saveCache: () => readInTurn(keeper.saveCache),
    close: async () => {
      closing.abort(new Error('the retrieval engine was closed'));
      await embedInTurn(async () => {});
      await readInTurn(async () => {});
    },
  };
}
