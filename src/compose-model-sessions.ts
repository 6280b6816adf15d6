import { resolve } from 'node:path';
import { type BudgetGuard, createModelSessions, type OpenModelSession } from './answering/index.ts';
import type { Clock } from './clock.ts';
import { composeBudgetGuard } from './compose-budgets.ts';
import { composeSteadyChatModel } from './compose-chat-model.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import type { OperatorEvent, OperatorEvents } from './observability/operator-event.ts';
import { createOperatorEvents } from './observability/operator-events.ts';
import { type ChatModel, createMarker, createModelWatch, readPrompts } from './prompting/index.ts';
import type { Database } from './storage/database.ts';
import { createOperatorEventStore } from './storage/operator-event-store.ts';

/** Where the prompts are. */
export const promptDirectory = resolve(import.meta.dirname, '../prompts');

/** Most ms that an answer waits for a model that a measurement brings. */
export const measuredTimeoutMs = 600_000;

/** What serves exchanges with a model. */
export interface ModelParts {
  database: Database;
  clock: Clock;
  log: Log;
  /** In place of the configured one; it is measured, not limited by budgets nor left alone. */
  chatModel?: ChatModel | undefined;
  /** In place of `createMarker`: called before each prompt is written. */
  newMarker?: () => string;
  /** Told what operators should know of the configured one, for those who look at a terminal. */
  onOperatorEvent?: ((event: OperatorEvent) => void) | undefined;
}

/** Puts the model given, else the configured one, at the disposal of answers; null when there is none. */
export async function composeModelSessions(
  config: Config,
  { chatModel, onOperatorEvent, newMarker = () => createMarker(), ...parts }: ModelParts,
): Promise<OpenModelSession | null> {
  const events = createOperatorEvents({
    ...parts,
    store: createOperatorEventStore(parts.database.db),
    ...(onOperatorEvent === undefined ? {} : { onRaised: onOperatorEvent }),
  });
  const model = chatModel ?? composeWatchedModel(config, parts, events);
  if (model === null) return null;
  const prompts = await readPrompts(promptDirectory);
  const budget: BudgetGuard | null =
    chatModel === undefined ? composeBudgetGuard(config, { ...parts, events }) : null;
  const timeoutMs = config.chat?.answerTimeoutMs ?? measuredTimeoutMs;
  const secondOpinion = config.chat?.secondOpinion ?? false;
  // An answer that somebody waits for finds a place beside summaries, where there is more than one.
  const longCallsAtOnce = Math.min(3, Math.max(1, (config.chat?.concurrency ?? 4) - 1));
  const { log } = parts;
  return createModelSessions({
    model,
    prompts,
    budget,
    timeoutMs,
    secondOpinion,
    longCallsAtOnce,
    log,
    newMarker,
  });
}

/** The configured model, of which operators are let know when it cannot work. */
function composeWatchedModel(
  config: Config,
  { clock, log }: Pick<ModelParts, 'clock' | 'log'>,
  events: OperatorEvents,
): ChatModel | null {
  if (config.chat === null) return null;
  const { watch, onStateChange } = createModelWatch(config.chat.model, events);
  const model = composeSteadyChatModel(config, { clock, log, onStateChange });
  return model === null ? null : watch(model);
}
