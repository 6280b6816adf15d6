import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';
import { createAnalyser } from '../analysis/analyser.ts';
import { createHybridRetriever } from '../hybrid-retriever.ts';
import type { IndexStore } from '../index-store.ts';
import type { Indexes } from '../indexes.ts';
import { MemoryLexicalIndex } from '../lexical/memory-lexical-index.ts';
import { PassageTable } from '../passage-table.ts';
import type { Retriever } from '../retriever.ts';
import { createBreather } from '../semantic/breather.ts';
import { embedPassages } from './embed-passages.ts';
import { type EmbedderChoice, embedderKindOf } from './embedder-choice.ts';
import { fitLocalEmbedder, hasDrifted } from './fit-local-embedder.ts';
import { createQueue } from './queue.ts';
import { refreshLibrary } from './refresh-library.ts';
import { createSemanticLoader } from './semantic-loader.ts';

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

export interface EmbeddingProgress {
  stage: 'fit' | 'embed';
  /** Passages that have their vector. */
  done: number;
  total: number;
}

export interface RefreshResult {
  /** Publications that were added, changed or retired since the last time. */
  publications: number;
  /** Live passages that have no vector yet. */
  withoutVector: number;
}

/** The indexes of one library, kept in step with its database. */
export interface RetrievalEngine {
  retriever: Retriever;
  termStatistics: LibraryTerms;
  /** Catches up with the database; cheap when nothing changed. */
  refresh(): Promise<RefreshResult>;
  /**
   * Gives every passage its vector, after fitting the embedder anew when it is due. May be stopped
   * at any moment and goes on where it stopped. Searches are served meanwhile.
   */
  embedMissing(options?: {
    onProgress?: (progress: EmbeddingProgress) => void;
    signal?: AbortSignal;
  }): Promise<void>;
  /** Writes the index cache, so that the next start is quick. */
  saveCache(): Promise<void>;
  close(): Promise<void>;
}

/** Creates an engine with empty indexes; the first `refresh` fills them. */
export function createRetrievalEngine({
  store,
  embedder: choice,
  clock,
  log,
}: RetrievalEngineOptions): RetrievalEngine {
  const analyser = createAnalyser();
  const table = new PassageTable();
  const lexical = new MemoryLexicalIndex(analyser);
  const indexes: Indexes = { table, lexical, semantic: null };
  const semanticLoader = createSemanticLoader(store, choice, analyser, indexes);
  const inTurn = createQueue();
  const closing = new AbortController();
  let revision = 0;

  const refresh = async (): Promise<RefreshResult> => {
    const latest = await store.revisions();
    let publications = 0;
    if (latest.library !== revision) {
      const startedAt = performance.now();
      const change = await refreshLibrary(store, table, lexical, revision);
      if (change.retitledPassages.length > 0) await store.removeVectors(change.retitledPassages);
      semanticLoader.forget(change.removedKeys);
      revision = change.revision;
      publications = change.changed;
      log.info(
        { publications, passages: table.size, duration_ms: performance.now() - startedAt },
        'index-refreshed',
      );
    }
    const withoutVector = await semanticLoader.catchUp(latest.embeddings);
    return { publications, withoutVector };
  };

  const embedMissing: RetrievalEngine['embedMissing'] = async ({ onProgress, signal } = {}) => {
    const signals = signal ? [signal, closing.signal] : [closing.signal];
    const stop = AbortSignal.any(signals);
    const kind = embedderKindOf(choice);
    let [newest] = await store.embedders(kind);
    if (choice.kind === 'remote') {
      if (!newest) {
        const { id, dimensions } = choice.embedder;
        const facts = { model: null, fittedPassages: 0, fittedThrough: 0, createdAt: clock.now() };
        newest = { id, kind, dimensions, ...facts };
        await store.saveEmbedder({ ...newest, model: null });
      }
    } else if (!newest || (await hasDrifted(store, newest))) {
      const total = await store.countPassages(0);
      if (total === 0) return;
      onProgress?.({ stage: 'fit', done: 0, total });
      const fitted = await fitLocalEmbedder(
        store,
        kind,
        analyser,
        clock.now(),
        createBreather(stop),
      );
      await store.saveEmbedder(fitted);
      newest = fitted;
    }
    const embedder = await semanticLoader.embedder(newest);
    await embedPassages(store, embedder, onProgress, stop);
    const outdated = (await store.embedders(kind)).filter(({ id }) => id !== newest.id);
    await inTurn(refresh);
    await store.removeEmbedders(outdated.map(({ id }) => id));
  };

  return {
    retriever: createHybridRetriever(() => indexes, store, clock),
    termStatistics: {
      terms: analyser.terms,
      get passages() {
        return lexical.documents;
      },
      passagesWith: (term) => lexical.documentFrequency(term),
    },
    refresh: () => inTurn(refresh),
    embedMissing,
    saveCache: async () => {},
    close: async () => {
      closing.abort(new Error('the retrieval engine is closed'));
      await inTurn(async () => {});
    },
  };
}
