import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { ConcordError } from './errors.ts';
import { type BreakerOptions, createBreaker } from './models/breaker.ts';
import { logFailures } from './models/log-failures.ts';
import { OpenAiChatModel } from './models/openai-chat-model.ts';
import type { Log } from './observability/log.ts';
import type { ChatModel } from './prompting/index.ts';

/** The model that the configuration names; null when it names none. Nothing is called yet. */
export function composeChatModel({ chat }: Pick<Config, 'chat'>): ChatModel | null {
  return chat === null ? null : new OpenAiChatModel(chat);
}

/**
 * The same for a measurement that needs one.
 *
 * @throws {ConcordError} `no-chat-model`.
 */
export function requireChatModel(config: Pick<Config, 'chat'>): ChatModel {
  const model = composeChatModel(config);
  if (model !== null) return model;
  throw new ConcordError('no-chat-model', 'no model is configured: set CHAT_MODEL', {
    forPeople:
      'No model is configured. Set CHAT_MODEL (see docs/models.md), or leave out --composer model.',
  });
}

export interface SteadyModelParts {
  clock: Clock;
  log: Log;
  /** Told when the model is left alone for a while, and when it is asked again. */
  onStateChange?: BreakerOptions['onStateChange'] | undefined;
}

/** The same for those who wait in Slack: left alone while it keeps failing, which the log tells. */
export function composeSteadyChatModel(
  config: Pick<Config, 'chat'>,
  { clock, log, onStateChange }: SteadyModelParts,
): ChatModel | null {
  const model = composeChatModel(config);
  if (model === null) return null;
  return createBreaker(logFailures(model, log), {
    clock,
    onStateChange: (state, failure) => {
      if (failure === null) log.info({ model: model.name }, 'model-asked-again');
      else {
        const { failure: kind, reason, forPeople: advice } = failure;
        log.warn({ model: model.name, failure: kind, reason, advice }, 'model-left-alone');
      }
      onStateChange?.(state, failure);
    },
  });
}
