import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAskQuestion } from './answering/index.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { ConcordError } from './errors.ts';
import type { EvaluationDocument, EvaluationLibrary, Scope } from './evaluation/index.ts';
import {
  assembleText,
  createDocumentReaders,
  ingestLibrary,
  type LibraryStore,
  type PublicationContent,
  type PublicationText,
  plainTextBlocks,
  publicationIdOf,
  splitIntoPassages,
} from './library/index.ts';
import { type Log, silentLog } from './observability/log.ts';
import { audiencesUpTo } from './people/index.ts';
import {
  createRetrievalEngine,
  type EmbedderChoice,
  type IndexStore,
  type RetrievalEngine,
  type Retriever,
} from './retrieval/index.ts';
import { openDatabase } from './storage/database.ts';
import { createExchangeStore } from './storage/exchange-store.ts';
import { createIndexStore } from './storage/index-store.ts';
import { createLibraryStore } from './storage/library-store.ts';

/** How many documents are written at once, as ingestion does. */
const documentsPerTransaction = 200;

/** The embedder that the configuration asks for. */
export function evaluationEmbedder(_config: Config): EmbedderChoice {
  return { kind: 'local' };
}

/** A library in a folder of its own, with its parts within reach. */
export interface MeasuredLibrary extends EvaluationLibrary {
  readonly engine: RetrievalEngine;
  readonly indexStore: IndexStore;
}

/**
 * Composes a library in a new folder below the system's temporary one, on an SQLite file, from the
 * parts that serve people. `close` removes the folder.
 */
export async function openEvaluationLibrary(options: {
  embedder: EmbedderChoice;
  clock?: Clock;
  log?: Log;
}): Promise<MeasuredLibrary> {
  const directory = await mkdtemp(join(tmpdir(), 'concord-evaluation-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const cacheDirectory = join(directory, 'index');
    const library = await openMeasuredLibrary({ ...options, directory, cacheDirectory });
    const close = async (): Promise<void> => {
      await library.close().finally(remove);
    };
    return { ...library, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The same in given folders, which are left as they are when the library is closed. */
export async function openMeasuredLibrary({
  directory,
  cacheDirectory,
  embedder,
  clock = systemClock,
  log = silentLog,
}: {
  directory: string;
  cacheDirectory: string;
  embedder: EmbedderChoice;
  clock?: Clock;
  log?: Log;
}): Promise<MeasuredLibrary> {
  const database = await openDatabase(join(directory, 'library.sqlite'));
  const store = createLibraryStore(database.db);
  const indexStore = createIndexStore(database.db);
  const exchanges = createExchangeStore(database.db);
  const engine = createRetrievalEngine({
    store: indexStore,
    embedder,
    cacheDirectory,
    clock,
    log,
  });
  const catchUp = async (signal?: AbortSignal): Promise<void> => {
    await engine.refresh();
    await engine.embedMissing(signal === undefined ? {} : { signal });
  };

  return {
    engine,
    indexStore,
    retriever: engine.retriever,
    add: async (documents, progress) => {
      const publicationIds = new Map<string, string>();
      let passages = 0;
      for (const batch of batches(documents)) {
        const contents = batch.map((document) => contentOf(document, clock.now()));
        await store.save(contents);
        for (const { publication, passages: own } of contents) {
          publicationIds.set(publication.source, publication.id);
          passages += own.length;
        }
        progress(publicationIds.size);
      }
      await catchUp();
      return { publicationIds, passages };
    },
    ingest: async (folder) => {
      await ingestFolder(folder, { store, clock, catchUp });
      const states = await store.sourceStates();
      return {
        publicationIds: new Map(states.map(({ source, id }) => [source, id])),
        passages: await indexStore.countPassages(0),
      };
    },
    ask: (question, scope) =>
      createAskQuestion({
        retriever: restrict(engine.retriever, scope),
        termStatistics: () => engine.termStatistics,
        publicationTexts: (ids) => readTexts(store, ids),
        exchanges,
        clock,
        log,
        newId: randomUUID,
      })({
        question,
        conversation: `evaluation:${randomUUID()}`,
        audiences: audiencesUpTo(scope.audience ?? 'staff'),
      }),
    publicationText: (id) => store.text(id),
    close: async () => {
      await engine.close();
      await database.close();
    },
  };
}

function* batches(documents: Iterable<EvaluationDocument>): Generator<EvaluationDocument[]> {
  let batch: EvaluationDocument[] = [];
  for (const document of documents) {
    batch.push(document);
    if (batch.length < documentsPerTransaction) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function contentOf({ source, title, text }: EvaluationDocument, now: number): PublicationContent {
  const { blocks, ...stored } = assembleText(plainTextBlocks(text.trim() === '' ? title : text));
  return {
    publication: {
      id: publicationIdOf(source),
      source,
      title,
      authors: [],
      date: null,
      kind: 'paper',
      audience: 'public',
      link: null,
      status: 'current',
      supersededBy: null,
      embargoedUntil: null,
      language: 'en',
      illustrative: false,
      format: 'text',
      pageCount: null,
      pageLabels: null,
      contentHash: createHash('sha256').update(title).update('\n').update(text).digest('hex'),
      addedAt: now,
      changedAt: now,
      retiredAt: null,
    },
    text: stored,
    passages: splitIntoPassages({ ...stored, blocks }),
  };
}

async function ingestFolder(
  folder: string,
  parts: { store: LibraryStore; clock: Clock; catchUp(signal?: AbortSignal): Promise<void> },
): Promise<void> {
  const readers = createDocumentReaders({ processes: 2 });
  try {
    const report = await ingestLibrary([folder], {
      store: parts.store,
      readDocument: (path, bytes) => readers.read(path, bytes),
      indexing: { catchUp: parts.catchUp },
      clock: parts.clock,
      defaults: { audience: 'public' },
      folders: [folder],
    });
    if (report.failed.length === 0) return;
    const reasons = report.failed.map(({ reason }) => reason).join('\n');
    throw new ConcordError('corpus-not-ingested', `${folder} was not ingested whole:\n${reasons}`);
  } finally {
    await readers.close();
  }
}

/** The retriever as if only the scope's publications existed. */
function restrict(retriever: Retriever, { within, without }: Scope): Retriever {
  const scope = { ...(within && { within }), ...(without && { without }) };
  return { retrieve: (request) => retriever.retrieve({ ...request, ...scope }) };
}

async function readTexts(
  store: LibraryStore,
  ids: readonly string[],
): Promise<Map<string, PublicationText>> {
  const texts = new Map<string, PublicationText>();
  for (const id of ids) {
    const text = await store.text(id);
    if (text !== null) texts.set(id, text);
  }
  return texts;
}
