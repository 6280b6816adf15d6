import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type AskQuestion,
  createAskQuestion,
  createExplainQuestion,
  createSuggestQuestions,
  type ExplainQuestion,
  type SearchParts,
} from './answering/index.ts';
import { composeAnswerCache } from './compose-answer-cache.ts';
import { composeEmbedder } from './compose-embedder.ts';
import { createLibraryView } from './compose-library-view.ts';
import { composeModelSessions, type ModelParts } from './compose-model-sessions.ts';
import { composeRetriever } from './compose-reranker.ts';
import { composeSummaries } from './compose-summaries.ts';
import type { Config } from './config.ts';
import {
  createDocumentReaders,
  type IngestOptions,
  type IngestReport,
  ingestLibrary,
  type LibraryStore,
  type PublicationText,
  type ReadDocumentBytes,
} from './library/index.ts';
import { audienceRanks, audiencesUpTo } from './people/index.ts';
import {
  createRetrievalEngine,
  type EmbedMissingOptions,
  type RetrievalEngine,
  type Retriever,
} from './retrieval/index.ts';
import type { LibraryView } from './slack/index.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { createExchangeStore } from './storage/exchange-store.ts';
import { createIndexStore } from './storage/index-store.ts';
import { createLibraryStore } from './storage/library-store.ts';
import type { Summaries } from './summaries/index.ts';

/** Files parsed at once; each has a process of its own. */
const readingProcesses = 2;

/** The library with search and answers over it. */
export interface OpenLibrary {
  database: Database;
  store: LibraryStore;
  engine: RetrievalEngine;
  /** What questions are looked up with: the engine's, reranked where the configuration says so. */
  retriever: Retriever;
  ask: AskQuestion;
  /** What was retrieved for a question and how it was weighed. */
  explain: ExplainQuestion;
  /** As `ask`, through another view of the library: what is measured is what people get. */
  askThrough(retriever: Retriever): AskQuestion;
  /** Reports on its publications. Briefings and columns of one’s own search: `engine.refresh()` first. */
  summaries: Summaries;
  /** What people in Slack are shown of it. */
  view: LibraryView;
  /** Finds the suggested questions anew after a change, so that nobody waits for them. */
  renewSuggestions(): Promise<void>;
  /** Brings the library in line with folders or files; by default those of the configuration. */
  ingest(
    paths?: readonly string[],
    options?: IngestOptions,
    embedding?: Omit<EmbedMissingOptions, 'signal'>,
  ): Promise<IngestReport>;
  close(): Promise<void>;
}

/**
 * Opens database and indexes and wires everything that works on them. Nothing is read or fitted
 * before `engine.refresh()` or `ingest()` is called.
 *
 * @throws {ConcordError} of `openDatabase`.
 */
export async function openLibrary(
  config: Config,
  { clock, log, ...models }: Omit<ModelParts, 'database'>,
): Promise<OpenLibrary> {
  const database = await openDatabase(config.databaseLocation);
  const [openModelSession, cache] = await Promise.all([
    composeModelSessions(config, { database, clock, log, ...models }),
    composeAnswerCache(config, { database, clock, libraryState: () => libraryState() }),
  ]).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const store = createLibraryStore(database.db);
  const indexStore = createIndexStore(database.db);
  const engine = createRetrievalEngine({
    store: indexStore,
    embedder: composeEmbedder(config),
    cacheDirectory: join(config.dataDirectory, 'index'),
    clock,
    log,
  });
  // What is stored and what is searched: the indexes may lag behind the database.
  const libraryState = async (): Promise<string> =>
    JSON.stringify([await indexStore.revisions(), engine.searchState()]);
  const readers = createDocumentReaders({ processes: readingProcesses });
  const exchanges = createExchangeStore(database.db);
  const search: SearchParts = {
    retriever: composeRetriever(config, engine.retriever, { clock, log }),
    termStatistics: () => engine.termStatistics,
    publicationTexts: (ids) => readTexts(store, ids),
    passagesOf: (id) => store.passagesOf(id),
  };
  const suggestions = createSuggestQuestions({
    ...search,
    // In the background, for many titles: not worth a service's time.
    retriever: engine.retriever,
    catchUp: () => engine.refresh(),
    state: libraryState,
    publications: (audiences) => view.readable(audiences),
  });
  let checkedAt: number | null = null;
  const view = createLibraryView({
    store,
    clock,
    checkedAt: () => checkedAt,
    suggestQuestions: suggestions.suggest,
  });
  const askThrough = (retriever: Retriever): AskQuestion =>
    createAskQuestion({
      openModelSession,
      ...search,
      retriever,
      // What is asked through another view of the library is not what people asked.
      cache: retriever === search.retriever ? cache : null,
      rerankWithModel: config.rerank?.kind === 'model',
      exchanges,
      clock,
      log,
      newId: randomUUID,
    });

  const readDocument: ReadDocumentBytes = (path, bytes) => readers.read(path, bytes);
  const summaries = await composeSummaries(config, {
    database,
    library: store,
    search,
    publications: view.readable,
    libraryState,
    readDocument,
    openModelSession,
    clock,
    log,
  });

  return {
    database,
    store,
    engine,
    summaries,
    retriever: search.retriever,
    ask: askThrough(search.retriever),
    explain: createExplainQuestion(search),
    askThrough,
    view,
    renewSuggestions: () => suggestions.renew(audienceRanks.map((rank) => audiencesUpTo(rank))),
    ingest: async (paths = config.library.directories, options = {}, embedding = {}) => {
      const report = await ingestLibrary(
        paths,
        {
          store,
          readDocument,
          indexing: {
            catchUp: async (signal) => {
              await engine.refresh();
              try {
                await engine.embedMissing({ ...embedding, ...(signal && { signal }) });
              } finally {
                // Found by their words, publications do not wait for their vectors.
                await engine.saveCache();
              }
            },
          },
          clock,
          defaults: { audience: config.library.defaultAudience },
          folders: config.library.directories,
        },
        options,
      );
      if (isWhole(report, paths, config)) checkedAt = clock.now();
      return report;
    },
    close: async () => {
      await readers.close();
      await engine.close();
      await database.close();
    },
  };
}

/** Texts by publication id; unknown ids are left out. */
async function readTexts(
  store: LibraryStore,
  ids: readonly string[],
): Promise<Map<string, PublicationText>> {
  const texts = await Promise.all(ids.map(async (id) => [id, await store.text(id)] as const));
  return new Map(texts.filter((entry): entry is [string, PublicationText] => entry[1] !== null));
}

/** Whether an ingest looked through all library folders. */
function isWhole(
  { interrupted, failed }: IngestReport,
  paths: readonly string[],
  { library: { directories } }: Config,
): boolean {
  const isMissing = failed.some(({ source }) => directories.includes(source));
  return !interrupted && !isMissing && directories.every((folder) => paths.includes(folder));
}
