import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrices } from './answering/index.ts';
import { type Clock, systemClock } from './clock.ts';
import { type OpenLibrary, openLibrary } from './compose.ts';
import { requireChatModel } from './compose-chat-model.ts';
import { promptDirectory } from './compose-model-sessions.ts';
import { nameQuestion } from './compose-recording.ts';
import type { Config } from './config.ts';
import { ConcordError } from './errors.ts';
import {
  type AddedDocuments,
  contentOfDocument,
  type EvaluationDocument,
  type InjectionLibrary,
  type Scope,
} from './evaluation/index.ts';
import { silentLog } from './observability/log.ts';
import { audiencesUpTo } from './people/index.ts';
import type { ChatModel } from './prompting/index.ts';
import type { EmbeddingPlan, IndexStore, RetrievalEngine, Retriever } from './retrieval/index.ts';
import { renderExchange } from './slack/asking/render-exchange.ts';
import { createIndexStore } from './storage/index-store.ts';

/** How many documents are written at once, as ingestion does. */
const documentsPerTransaction = 200;

/** A library under measurement, with its parts within reach. */
export interface MeasuredLibrary extends InjectionLibrary {
  readonly engine: RetrievalEngine;
  readonly indexStore: IndexStore;
}

export const composerNames = ['extractive', 'model'] as const;

export interface MeasuredComposer {
  /** `extractive`, when left out: what is measured must not depend on a model that is configured. */
  composer?: (typeof composerNames)[number];
  /** In place of the configured one. */
  chatModel?: ChatModel;
  /** What day it is for whoever asks; the system's when left out. */
  clock?: Clock;
  /** Whether passages are reranked as RERANK says; when left out, only where a model composes. */
  rerank?: boolean;
  /** Told what a service is about to embed of the documents, since that costs. */
  onEmbeddingPlan?: (plan: EmbeddingPlan) => void;
}

/**
 * Opens the library that serves people, as configured but for its place, a new folder below the
 * system's temporary one, with an SQLite file, and for who composes. `close` removes the folder.
 *
 * @throws {ConcordError} `no-chat-model` when a model is to compose and none is configured.
 */
export async function openEvaluationLibrary(
  config: Config,
  composer: MeasuredComposer = {},
): Promise<MeasuredLibrary> {
  const directory = await mkdtemp(join(tmpdir(), 'concord-evaluation-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const library = await openMeasuredLibrary(config, directory, composer);
    return { ...library, close: () => library.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * The same in a given folder, which is left as it is when the library is closed. The index cache is
 * in its folder `index`.
 */
export async function openMeasuredLibrary(
  config: Config,
  directory: string,
  {
    composer = 'extractive',
    chatModel,
    clock = systemClock,
    rerank = false,
    onEmbeddingPlan: onPlan = () => {},
  }: MeasuredComposer = {},
): Promise<MeasuredLibrary> {
  // Brought along even when it is the configured one: a measurement is not limited by budgets.
  const measured = composer === 'model' ? (chatModel ?? requireChatModel(config)) : null;
  const library = await openLibrary(
    {
      ...config,
      chat: null,
      rerank: rerank || measured !== null ? config.rerank : null,
      dataDirectory: directory,
      databaseLocation: join(directory, 'library.sqlite'),
      library: { ...config.library, directories: [] },
    },
    { clock, log: silentLog, ...(measured && { chatModel: measured }) },
  );
  const { engine, retriever } = library;
  return {
    engine,
    indexStore: createIndexStore(library.database.db),
    retriever,
    prices: createPrices(config.budget.price),
    add: (documents, progress) => addDocuments(library, documents, { progress, onPlan }),
    ingest: (folder) => ingestFolder(library, folder, onPlan),
    ask: (question, scope) =>
      library
        .askThrough(restrict(retriever, scope))({
          question,
          conversation: scope.conversation ?? `evaluation:${randomUUID()}`,
          audiences: audiencesUpTo(scope.audience ?? 'staff'),
        })
        .catch((error: unknown) => {
          throw nameQuestion(error, question);
        }),
    publicationText: (id) => library.store.text(id),
    messages: (exchange) =>
      renderExchange({ library: library.view, helpChannel: config.helpChannel }, exchange, []),
    close: library.close,
  };
}

/** The prompts as they are in their files, for no answer may repeat them. */
export async function readPromptTexts(): Promise<string[]> {
  const names = (await readdir(promptDirectory)).filter((name) => name.endsWith('.md'));
  return Promise.all(names.map((name) => readFile(join(promptDirectory, name), 'utf8')));
}

async function addDocuments(
  { store, engine }: OpenLibrary,
  documents: Iterable<EvaluationDocument>,
  { progress, onPlan }: { progress(added: number): void; onPlan(plan: EmbeddingPlan): void },
): Promise<AddedDocuments> {
  const publicationIds = new Map<string, string>();
  let passages = 0;
  for (const batch of batches(documents)) {
    const contents = batch.map((document) => contentOfDocument(document, systemClock.now()));
    await store.save(contents);
    for (const { publication, passages: own } of contents) {
      publicationIds.set(publication.source, publication.id);
      passages += own.length;
    }
    progress(publicationIds.size);
  }
  await engine.refresh();
  await engine.embedMissing({ onPlan });
  return { publicationIds, passages };
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

async function ingestFolder(
  { store, ingest }: OpenLibrary,
  folder: string,
  onPlan: (plan: EmbeddingPlan) => void,
): Promise<AddedDocuments> {
  const report = await ingest([folder], {}, { onPlan });
  if (report.failed.length > 0) {
    const reasons = report.failed.map(({ reason }) => reason).join('\n');
    throw new ConcordError('corpus-not-ingested', `${folder} was not ingested whole:\n${reasons}`);
  }
  const states = await store.sourceStates();
  return {
    publicationIds: new Map(states.map(({ source, id }) => [source, id])),
    passages: report.passages,
  };
}

/** The retriever as if only the scope's publications existed. */
function restrict(retriever: Retriever, { within, without }: Scope): Retriever {
  const scope = { ...(within && { within }), ...(without && { without }) };
  return { retrieve: (request) => retriever.retrieve({ ...request, ...scope }) };
}
