import { randomUUID } from 'node:crypto';
import { promptDirectory } from './compose-model-sessions.ts';
import type { Config } from './config.ts';
import { readPrompts } from './prompting/index.ts';
import type { Database } from './storage/database.ts';
import { createReportStore } from './storage/report-store.ts';
import {
  createSummaries,
  type Summaries,
  type SummariesParts,
  summaryPrompts,
} from './summaries/index.ts';

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

/** Changes with the model, the prompts of summaries, and the settings that bear on what it writes. */
async function composerOf(chat: Config['chat']): Promise<string> {
  const prompts = await readPrompts(promptDirectory);
  const hashes = summaryPrompts.map((name) => prompts.get(name).hash);
  if (chat === null) return JSON.stringify(hashes);
  const { model, baseUrl, temperature, reasoningEffort, thinkingTokens, secondOpinion } = chat;
  const settings = { model, baseUrl, temperature, reasoningEffort, thinkingTokens, secondOpinion };
  return JSON.stringify([settings, hashes]);
}
