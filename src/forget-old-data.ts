import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Log } from './observability/log.ts';
import type { PersonalDataStore } from './people/index.ts';
import type { ReportStore } from './summaries/index.ts';

const dayMs = 24 * 60 * 60 * 1_000;

export interface ForgetOldDataOptions {
  /** Days that questions and feedback are kept, and reports that nobody asked for again. */
  keepDays: number;
  reports: Pick<ReportStore, 'forgetBefore' | 'forgetOutdated'>;
  clock: Clock;
  /** Real ms between two looks at the clock, which may be set forward or back. */
  lookMs: number;
  signal: AbortSignal;
  log: Log;
}

/**
 * Deletes what has been kept long enough, and reports on what has changed since: at once, and
 * whenever a day has passed, until aborted. A failure is logged and tried again at the next look.
 */
export async function forgetOldData(
  personalData: Pick<PersonalDataStore, 'forgetBefore'>,
  { keepDays, reports, clock, lookMs, signal, log }: ForgetOldDataOptions,
): Promise<void> {
  let last: number | null = null;
  while (!signal.aborted) {
    const now = clock.now();
    if (last === null || Math.abs(now - last) >= dayMs) {
      try {
        const before = now - keepDays * dayMs;
        const forgotten = await personalData.forgetBefore(before);
        const outdated = await reports.forgetOutdated();
        const unused = await reports.forgetBefore(before);
        last = now;
        const kept = { reports: outdated + unused, keep_days: keepDays };
        log.info({ ...forgotten, ...kept }, 'old-data-forgotten');
      } catch (error) {
        log.error({ err: error }, 'old-data-not-forgotten');
      }
    }
    await wait(lookMs, undefined, { signal }).catch(() => {});
  }
}
