import type { Clock } from '../../clock.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { QuietHours } from '../time/quiet-hours.ts';
import type { Outbox } from './outbox.ts';
import { isPlanned, planTasks } from './plan-tasks.ts';

export interface PlanMissingParts {
  store: Pick<NoticeStore, 'sessionsFrom' | 'latest'>;
  outbox: Pick<Outbox, 'of' | 'plan'>;
  clock: Clock;
  quietHours: QuietHours | null;
  /** Something is to be sent: look now. */
  wake(): void;
}

/**
 * Plans what is to be announced and is not planned, as whoever scheduled it died before they could.
 * Returns how many notices these were.
 */
export type PlanMissing = () => Promise<number>;

/** What was changed before these was planned long ago. */
const mostLatest = 200;

export function createPlanMissing(parts: PlanMissingParts): PlanMissing {
  const { store, outbox, clock } = parts;
  return async () => {
    const now = clock.now();
    const known = [...(await store.sessionsFrom(now)), ...(await store.latest(mostLatest))];
    const scheduled = new Map(
      known.filter(({ state }) => state === 'scheduled').map((notice) => [notice.id, notice]),
    );
    let missing = 0;
    for (const notice of scheduled.values()) {
      const tasks = await outbox.of(notice.id);
      if (tasks.some(({ occasion }) => occasion === 'announcement')) continue;
      await outbox.plan(notice.id, planTasks(notice, { now, quiet: parts.quietHours }), isPlanned);
      missing += 1;
    }
    if (missing > 0) parts.wake();
    return missing;
  };
}
