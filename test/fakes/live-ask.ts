import type { Answered, AskRequest } from '../../src/answering/index.ts';
import { createScriptedAsk, type ScriptedAsk } from './scripted-ask.ts';

/** Claims that are let out one by one, so that a test sees what is shown between them. */
export interface Gate {
  /** Lets the next claim out, and the end of the answer after the last one. */
  open(): void;
  /** Lets everything out that is still to come. */
  openAll(): void;
}

/**
 * An AskQuestion that tells of its progress as a composer does that takes its time: searching,
 * reading, each claim when the gate is opened for it, the end when it is opened once more. Stops
 * when it is asked to.
 */
export function createLiveAsk(
  answer: (request: AskRequest) => Answered,
): ScriptedAsk & { gate: Gate } {
  const waiting: (() => void)[] = [];
  let permits = 0;
  const gate: Gate = {
    open() {
      const next = waiting.shift();
      if (next === undefined) permits += 1;
      else next();
    },
    openAll() {
      permits = Number.POSITIVE_INFINITY;
      for (const next of waiting.splice(0)) next();
    },
  };
  const pass = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (permits > 0) {
        permits -= 1;
        resolve();
        return;
      }
      waiting.push(resolve);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });

  const scripted = createScriptedAsk(async (request) => {
    const { onProgress, signal } = request;
    const { claims, sources, ...rest } = answer(request);
    onProgress?.({ kind: 'searching' });
    onProgress?.({ kind: 'reading', publications: sources.length, passages: claims.length });
    for (const claim of claims) {
      await pass(signal);
      const cited = sources.filter(({ number }) => claim.citations.includes(number));
      onProgress?.({ kind: 'claim', claim, sources: cited });
    }
    await pass(signal);
    return { ...rest, claims, sources };
  });
  return { ...scripted, gate };
}
