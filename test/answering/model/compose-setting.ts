import { join } from 'node:path';
import type { Claim } from '../../../src/answering/index.ts';
import { composeClaims } from '../../../src/answering/model/compose-claims.ts';
import { createModelCalls } from '../../../src/answering/model/model-calls.ts';
import { beginRun } from '../../../src/answering/model/model-run.ts';
import { type ChatModel, createMarker, readPrompts } from '../../../src/prompting/index.ts';
import { type ScriptedText, scriptPassages } from '../scripted-search.ts';

const prompts = await readPrompts(join(import.meta.dirname, '../../../prompts'));

/** Composes an answer of scripted passages, `P1` and so on; tells what was shown, in order. */
export async function compose(
  model: ChatModel,
  passages: readonly ScriptedText[],
  {
    secondOpinion = false,
    signal,
    onClaim,
  }: { secondOpinion?: boolean; signal?: AbortSignal; onClaim?(claim: Claim): void } = {},
) {
  const run = beginRun(model.name);
  const newMarker = (): string => createMarker();
  const parts = { model, prompts, run, newMarker, timeoutMs: 60_000, secondOpinion, signal };
  const calls = createModelCalls(parts);
  const scripted = scriptPassages(passages);
  const shown: Claim[] = [];
  try {
    const outcome = await composeClaims(calls, {
      question: 'How are patients followed up?',
      passages: scripted.found.passages,
      texts: scripted.texts,
      now: Date.UTC(2026, 10, 22),
      onClaim: (claim) => {
        shown.push(claim);
        onClaim?.(claim);
      },
    });
    return { ...outcome, run, shown };
  } finally {
    calls.close();
  }
}
