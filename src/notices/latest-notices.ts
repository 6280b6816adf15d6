import type { Notice } from './notice.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Outbox } from './outbox/outbox.ts';
import { type Outcome, outcomeOf } from './outbox/outcome.ts';

/** A notice with what became of its announcement so far. */
export interface NoticeProgress {
  notice: Notice;
  announcement: Outcome;
}

/** Those last changed, newest first, for staff. */
export async function latestNotices(
  { store, outbox }: { store: Pick<NoticeStore, 'latest'>; outbox: Pick<Outbox, 'of'> },
  limit: number,
): Promise<NoticeProgress[]> {
  const occasion = 'announcement';
  return Promise.all(
    (await store.latest(limit)).map(async (notice) => {
      const tasks = (await outbox.of(notice.id)).filter((task) => task.occasion === occasion);
      return { notice, announcement: outcomeOf(occasion, tasks) };
    }),
  );
}
