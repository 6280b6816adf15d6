import { randomUUID } from 'node:crypto';
import { promptDirectory } from './compose-model-sessions.ts';
import type { Config } from './config.ts';
import { readPrompts } from './prompting/index.ts';
import type { Database } from './storage/database.ts';
import { createReportStore } from './storage/report-store.ts';
import { createSummaries, type Summaries, type SummariesParts } from './summaries/index.ts';

export interface SummariesDependencies
  extends Omit<SummariesParts, 'reports' | 'composer' | 'newId'> {
  database: Database;
}

/** The service that writes summaries, comparisons and briefings; nothing is read or loaded yet. */
export async function composeSummaries(
  { chat }: Pick<Config, 'chat'>,
  { database, openModelSession, ...parts }: SummariesDependencies,
): Promise<Summaries> {
  return createSummaries({
    ...parts,
    reports: createReportStore(database, parts.clock),
    composer: openModelSession === null ? '' : await composerOf(chat),
    openModelSession:
      openModelSession === null
        ? null
        : (request) => openModelSession({ ...request, timeoutMs: chat?.summaryTimeoutMs }),
    newId: randomUUID,
  });
}

/** Changes with the model, its prompts and its settings. */
async function composerOf(chat: Config['chat']): Promise<string> {
  const prompts = await readPrompts(promptDirectory);
  const hashes = prompts.names.map((name) => prompts.get(name).hash);
  return JSON.stringify([chat === null ? null : { ...chat, apiKey: null }, hashes]);
}
