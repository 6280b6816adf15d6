import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './observability/log.ts';
import type { RetrievalEngine } from './retrieval/index.ts';

/**
 * Keeps the indexes of a running assistant in step with its database, which other processes may
 * change, until aborted. A failure is logged and tried again at the next interval.
 *
 * @param options.intervalMs ms between two looks.
 * @param options.afterLook called whenever the indexes are in step.
 */
export async function followLibrary(
  engine: Pick<RetrievalEngine, 'refresh' | 'embedMissing' | 'saveCache'>,
  {
    intervalMs,
    afterLook,
    signal,
    log,
  }: { intervalMs: number; afterLook(): Promise<void>; signal: AbortSignal; log: Log },
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { withoutVector } = await engine.refresh();
      if (withoutVector > 0) await engine.embedMissing({ signal });
      // Also after a start whose cache was lost; does nothing when the cache is up to date.
      await engine.saveCache();
      await afterLook();
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'library-not-followed');
    }
    await wait(intervalMs, undefined, { signal }).catch(() => {});
  }
}
