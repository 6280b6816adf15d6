import { type AnswerCache, createAnswerCache } from './answering/index.ts';
import type { Clock } from './clock.ts';
import { promptDirectory } from './compose-model-sessions.ts';
import type { Config } from './config.ts';
import { readPrompts } from './prompting/index.ts';
import { createCachedAnswers } from './storage/cached-answers.ts';
import type { Database } from './storage/database.ts';

export interface AnswerCacheDependencies {
  database: Database;
  clock: Clock;
  /** Changes whenever a search may find something else. */
  libraryState(): Promise<string>;
}

/** Finds what the configured model answered before; null without one, and when CHAT_CACHE is false. */
export async function composeAnswerCache(
  { chat, rerank }: Pick<Config, 'chat' | 'rerank'>,
  { database, ...parts }: AnswerCacheDependencies,
): Promise<AnswerCache | null> {
  if (chat === null || !chat.cache) return null;
  const prompts = await readPrompts(promptDirectory);
  const { apiKey: _, ...settings } = chat;
  const composer = JSON.stringify([
    settings,
    rerank === null ? null : { ...rerank, apiKey: null },
    prompts.names.map((name) => prompts.get(name).hash),
  ]);
  return createAnswerCache({ ...parts, composer, answers: createCachedAnswers(database.db) });
}
