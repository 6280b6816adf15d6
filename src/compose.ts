import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type AskQuestion,
  createAskQuestion,
  createExplainQuestion,
  type ExplainQuestion,
} from './answering/index.ts';
import type { Clock } from './clock.ts';
import { composeEmbedder } from './compose-embedder.ts';
import type { Config } from './config.ts';
import {
  createDocumentReaders,
  type IngestOptions,
  type IngestReport,
  ingestLibrary,
  type LibraryStore,
  type PublicationText,
} from './library/index.ts';
import type { Log } from './observability/log.ts';
import type { Audience } from './people/index.ts';
import { createRetrievalEngine, type RetrievalEngine, type Retriever } from './retrieval/index.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { createExchangeStore } from './storage/exchange-store.ts';
import { createIndexStore } from './storage/index-store.ts';
import { createLibraryStore } from './storage/library-store.ts';

/** Files parsed at once; each has a process of its own. */
const readingProcesses = 2;

/** The library with search and answers over it. */
export interface OpenLibrary {
  database: Database;
  store: LibraryStore;
  engine: RetrievalEngine;
  ask: AskQuestion;
  /** What was retrieved for a question and how it was weighed. */
  explain: ExplainQuestion;
  /** As `ask`, through another view of the library: what is measured is what people get. */
  askThrough(retriever: Retriever): AskQuestion;
  /** Publications that somebody with these audiences may read now. */
  countPublications(audiences: readonly Audience[]): Promise<number>;
  /** Brings the library in line with folders or files; by default those of the configuration. */
  ingest(paths?: readonly string[], options?: IngestOptions): Promise<IngestReport>;
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
  { clock, log }: { clock: Clock; log: Log },
): Promise<OpenLibrary> {
  const database = await openDatabase(config.databaseLocation);
  const store = createLibraryStore(database.db);
  const engine = createRetrievalEngine({
    store: createIndexStore(database.db),
    embedder: composeEmbedder(config),
    cacheDirectory: join(config.dataDirectory, 'index'),
    clock,
    log,
  });
  const readers = createDocumentReaders({ processes: readingProcesses });
  const exchanges = createExchangeStore(database.db);
  const askThrough = (retriever: Retriever): AskQuestion =>
    createAskQuestion({
      retriever,
      termStatistics: () => engine.termStatistics,
      publicationTexts: (ids) => readTexts(store, ids),
      exchanges,
      clock,
      log,
      newId: randomUUID,
    });

  return {
    database,
    store,
    engine,
    ask: askThrough(engine.retriever),
    explain: createExplainQuestion({
      retriever: engine.retriever,
      termStatistics: () => engine.termStatistics,
      publicationTexts: (ids) => readTexts(store, ids),
    }),
    askThrough,
    countPublications: createPublicationCount(store, clock),
    ingest: (paths = config.library.directories, options = {}) =>
      ingestLibrary(
        paths,
        {
          store,
          readDocument: (path, bytes) => readers.read(path, bytes),
          indexing: {
            catchUp: async (signal) => {
              await engine.refresh();
              await engine.embedMissing(signal === undefined ? {} : { signal });
              await engine.saveCache();
            },
          },
          clock,
          defaults: { audience: config.library.defaultAudience },
          folders: config.library.directories,
        },
        options,
      ),
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

/** Counts from a list that is read again only when the library has changed. */
function createPublicationCount(
  store: LibraryStore,
  clock: Clock,
): OpenLibrary['countPublications'] {
  let counted = -1;
  let live: { audience: Audience; embargoedUntil: number | null }[] = [];
  return async (audiences) => {
    const revision = await store.revision();
    if (revision !== counted) {
      live = await store.list();
      counted = revision;
    }
    const now = clock.now();
    return live.filter(
      ({ audience, embargoedUntil }) =>
        audiences.includes(audience) && (embargoedUntil ?? 0) <= now,
    ).length;
  };
}
