import type { Clock } from '../clock.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Outbox, OutboxTask, TaskEnd } from './outbox/outbox.ts';
import { isFailure, reportOccasion } from './outbox/outcome.ts';
import { audienceLookMs, audiencePatienceMs, audienceUnknown } from './outbox/outsiders.ts';

/** What follows from the end of a task; to do it twice is as good as once. */
export type SettleTask = (task: OutboxTask, end: TaskEnd) => Promise<void>;

export interface SettleTaskParts {
  store: Pick<NoticeStore, 'find'>;
  outbox: Pick<Outbox, 'add' | 'of' | 'renewTasks'>;
  clock: Clock;
  /** Whether somebody with this id can be told; others have to look. */
  isPerson(id: string): boolean;
  /** Makes a publication findable that was to be found only later. */
  liftEmbargo(publicationId: string): Promise<void>;
}

/** Messages of which the author hears only with those they belong to, or that are reports. */
const untold = /^(?:card$|report-)/;

/**
 * Creates the function that makes what was announced findable, has cards drawn again that may not show
 * all yet, and has the author told what became of an announcement, and of every other message that did
 * not arrive.
 */
export function createSettleTask(parts: SettleTaskParts): SettleTask {
  const { store, outbox, clock } = parts;

  async function report(task: OutboxTask, author: string, failed: boolean): Promise<void> {
    const occasion = reportOccasion(task.occasion);
    const tasks = await outbox.of(task.noticeId);
    const isOver = tasks.some((one) => one.occasion === occasion && one.state !== 'waiting');
    // What was tried again is told of in any case: its author waits for it.
    if (isOver && !failed && task.renewals === 0) return;
    const wanted = isOver ? reportOccasion(task.occasion, task) : occasion;
    const now = clock.now();
    await outbox.add(task.noticeId, [
      { occasion: wanted, place: author, dueAt: now, uselessAt: null },
    ]);
  }

  /** A card of which something was withheld, as nobody could say who is there, is drawn again. */
  async function lookAgain({ noticeId, occasion, place, uselessAt }: OutboxTask): Promise<void> {
    const now = clock.now();
    const dueAt = now + audienceLookMs;
    const until = uselessAt ?? now + audiencePatienceMs;
    if (dueAt >= until) return;
    await outbox.renewTasks(noticeId, [{ occasion, place, dueAt, uselessAt: until }]);
  }

  return async (task, end) => {
    const { occasion } = task;
    const isUnsure = end.state === 'sent' && end.doubt === audienceUnknown;
    if (occasion === 'card' && isUnsure) return lookAgain(task);
    if (untold.test(occasion)) return;
    const failed = isFailure({ problem: null, ...end });
    const isAnnounced = occasion === 'announcement' && end.state === 'sent';
    if (!failed && !isAnnounced) return;
    const notice = await store.find(task.noticeId);
    if (notice === null) return;
    const { details, author } = notice;
    if (isAnnounced && details.kind === 'publication') {
      await parts.liftEmbargo(details.publicationId);
    }
    if (parts.isPerson(author)) await report(task, author, failed);
  };
}
