import { randomUUID } from 'node:crypto';
import type { OpenModelSession } from './answering/index.ts';
import type { Clock } from './clock.ts';
import { promptDirectory } from './compose-model-sessions.ts';
import type { Config } from './config.ts';
import type { LibraryStore, ReadDocumentBytes } from './library/index.ts';
import type { Log } from './observability/log.ts';
import { readPrompts } from './prompting/index.ts';
import type { Database } from './storage/database.ts';
import { createReportStore } from './storage/report-store.ts';
import {
  createSummaries,
  ReportRefused,
  type Summaries,
  summariseExtractively,
} from './summaries/index.ts';

export interface SummariesDependencies {
  database: Database;
  library: LibraryStore;
  /** Changes whenever a search may find something else. */
  libraryState(): Promise<string>;
  readDocument: ReadDocumentBytes;
  /** Null when no model is configured. */
  openModelSession: OpenModelSession | null;
  clock: Clock;
  log: Log;
}

/** The service that writes summaries, comparisons and briefings; nothing is read or loaded yet. */
export async function composeSummaries(
  { chat }: Pick<Config, 'chat'>,
  { database, openModelSession, ...parts }: SummariesDependencies,
): Promise<Summaries> {
  const notYet = () =>
    Promise.reject(new ReportRefused('wrong-number', 'This cannot be written yet.'));
  return createSummaries({
    ...parts,
    reports: createReportStore(database, parts.clock),
    composer: openModelSession === null ? '' : await composerOf(chat),
    openModelSession:
      openModelSession === null
        ? null
        : (request) => openModelSession({ ...request, timeoutMs: chat?.summaryTimeoutMs }),
    summariseExtractively: async (read, options) => summariseExtractively(read, options),
    summariseWithModel: async () => null,
    comparePublications: notYet,
    findChanges: notYet,
    writeBriefing: notYet,
    newId: randomUUID,
  });
}

/** Changes with the model, its prompts and its settings. */
async function composerOf(chat: Config['chat']): Promise<string> {
  const prompts = await readPrompts(promptDirectory);
  const hashes = prompts.names.map((name) => prompts.get(name).hash);
  return JSON.stringify([chat === null ? null : { ...chat, apiKey: null }, hashes]);
}
