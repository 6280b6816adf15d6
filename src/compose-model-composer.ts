import { resolve } from 'node:path';
import { type ComposeWithModel, createModelComposer } from './answering/index.ts';
import type { Clock } from './clock.ts';
import { composeChatModel } from './compose-chat-model.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import { type ChatModel, createMarker, readPrompts } from './prompting/index.ts';

/** Where the prompts are. */
export const promptDirectory = resolve(import.meta.dirname, '../prompts');

/** Answers by the model given, else by the configured one; null when there is none. */
export async function composeModelComposer(
  config: Config,
  { clock, log, chatModel }: { clock: Clock; log: Log; chatModel?: ChatModel },
): Promise<ComposeWithModel | null> {
  const model = chatModel ?? composeChatModel(config);
  if (model === null) return null;
  const prompts = await readPrompts(promptDirectory);
  return createModelComposer({ model, prompts, clock, log, newMarker: () => createMarker() });
}
