import { resolve } from 'node:path';
import { type BudgetGuard, createModelSessions, type OpenModelSession } from './answering/index.ts';
import type { Clock } from './clock.ts';
import { composeBudgetGuard } from './compose-budgets.ts';
import { composeSteadyChatModel, type SteadyModelParts } from './compose-chat-model.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import { type ChatModel, createMarker, readPrompts } from './prompting/index.ts';
import type { Database } from './storage/database.ts';

/** Where the prompts are. */
export const promptDirectory = resolve(import.meta.dirname, '../prompts');

/** Most ms that an answer waits for a model that a measurement brings. */
const measuredTimeoutMs = 600_000;

/** What serves exchanges with a model. */
export interface ModelParts {
  database: Database;
  clock: Clock;
  log: Log;
  /** In place of the configured one; it is measured, not limited by budgets nor left alone. */
  chatModel?: ChatModel | undefined;
  /** Told when the configured one is left alone for a while, and when it is asked again. */
  onModelStateChange?: SteadyModelParts['onStateChange'];
}

/** Puts the model given, else the configured one, at the disposal of answers; null when there is none. */
export async function composeModelSessions(
  config: Config,
  { chatModel, onModelStateChange: onStateChange, ...parts }: ModelParts,
): Promise<OpenModelSession | null> {
  const model = chatModel ?? composeSteadyChatModel(config, { ...parts, onStateChange });
  if (model === null) return null;
  const prompts = await readPrompts(promptDirectory);
  const budget: BudgetGuard | null =
    chatModel === undefined ? composeBudgetGuard(config, parts) : null;
  const timeoutMs = config.chat?.answerTimeoutMs ?? measuredTimeoutMs;
  const newMarker = (): string => createMarker();
  return createModelSessions({ model, prompts, budget, timeoutMs, log: parts.log, newMarker });
}
