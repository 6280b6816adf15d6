import { Worker } from 'node:worker_threads';
import type { ReadPublication } from '../read-publication.ts';
import type { Summary } from '../summary.ts';
import { type ExtractOptions, summariseExtractively } from './summarise-extractively.ts';
import type { ThreadWork } from './summarise-thread-main.ts';

/** Longer texts, in UTF-16 code units, keep everything else waiting; shorter ones are done before a thread has begun. */
const mostAtHand = 150_000;
const mostMegabytes = 1_024;

export type SummariseAside = (
  read: ReadPublication,
  options: ExtractOptions & { signal?: AbortSignal | undefined },
) => Promise<Summary | null>;

/**
 * Creates a `summariseExtractively` that does not keep the process from its other work: a long
 * publication takes seconds of computing, in which Slack would hear nothing of it, so it is given
 * to a thread of its own, with bounded memory, one after the other. Stop ends the thread.
 *
 * Rejects with the signal's reason, too.
 */
export function createSummariseAside(): SummariseAside {
  let before: Promise<unknown> = Promise.resolve();
  return async (read, { signal, ...options }) => {
    signal?.throwIfAborted();
    if (read.text.text.length <= mostAtHand) return summariseExtractively(read, options);
    const turn = before.then(() => summariseInThread({ read, options }, signal));
    before = turn.catch(() => {});
    return turn;
  };
}

async function summariseInThread(
  { read: { publication, text, passages }, options: { length, reader, words } }: ThreadWork,
  signal: AbortSignal | undefined,
): Promise<Summary | null> {
  signal?.throwIfAborted();
  const work: ThreadWork = {
    read: { publication, text, passages },
    options: { length, reader, ...(words === undefined ? {} : { words }) },
  };
  const thread = new Worker(new URL('./summarise-thread-main.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Summary | null>();
  const stop = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', (status) => reject(new Error(`the thread ended with status ${status}`)));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
