import { setTimeout as wait } from 'node:timers/promises';
import type { NoticeLibrary } from './notices/index.ts';
import type { Log } from './observability/log.ts';

/**
 * Keeps what the library knows of sessions in step with the notices, which other processes may
 * change and time puts an end to, until aborted. A failure is logged and tried again at the next look.
 *
 * @param intervalMs - Between two looks.
 */
export async function followNotices(
  library: NoticeLibrary,
  { intervalMs, signal, log }: { intervalMs: number; signal: AbortSignal; log: Log },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await library.sync();
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'notices-not-followed');
    }
    await wait(intervalMs, undefined, { signal }).catch(() => {});
  }
}
