import { resolve } from 'node:path';
import { type ComposeWithModel, createModelComposer } from './answering/index.ts';
import type { Clock } from './clock.ts';
import { composeChatModel } from './compose-chat-model.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import { createMarker, readPrompts } from './prompting/index.ts';

const promptDirectory = resolve(import.meta.dirname, '../prompts');

/** Answers by the configured model; null when none is. */
export async function composeModelComposer(
  config: Config,
  { clock, log }: { clock: Clock; log: Log },
): Promise<ComposeWithModel | null> {
  const model = composeChatModel(config);
  if (model === null) return null;
  const prompts = await readPrompts(promptDirectory);
  return createModelComposer({ model, prompts, clock, log, newMarker: () => createMarker() });
}
