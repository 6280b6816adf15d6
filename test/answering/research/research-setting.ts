import { join } from 'node:path';
import { createModelCalls, type ModelCalls } from '../../../src/answering/model/model-calls.ts';
import { beginRun } from '../../../src/answering/model/model-run.ts';
import { type ChatModel, createMarker, readPrompts } from '../../../src/prompting/index.ts';
import type { ScriptedReply } from '../../fakes/scripted-chat-model.ts';

const prompts = await readPrompts(join(import.meta.dirname, '../../../prompts'));

/** Calls of a model with the delivered prompts. */
export function callsOf(
  model: ChatModel,
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): ModelCalls {
  const run = beginRun(model.name);
  const newMarker = (): string => createMarker();
  return createModelCalls({ model, prompts, run, newMarker, timeoutMs: 60_000, ...options });
}

export function planReply(kind: string, parts: readonly string[] = []): ScriptedReply {
  return { pieces: [JSON.stringify({ kind, parts })] };
}

/** A step of research: what is searched for, each everywhere or as `[query, publication]`. */
export function stepReply(
  searches: readonly (string | readonly [query: string, publication: string])[],
  read: readonly string[] = [],
): ScriptedReply {
  const written = searches.map((search) =>
    typeof search === 'string'
      ? { query: search, publication: '' }
      : { query: search[0], publication: search[1] },
  );
  return { pieces: [JSON.stringify({ searches: written, read })] };
}
