import type { Clock } from '../clock.ts';
import { askApproval } from './ask-approval.ts';
import { changesBetween, toldChanges } from './changes/describe-changes.ts';
import {
  nothingToTell,
  tellCancellation,
  tellChange,
  tellReply,
} from './changes/follow-changes.ts';
import { withhold } from './changes/withheld-details.ts';
import type { FollowUp } from './follow-up.ts';
import type { Notice } from './notice.ts';
import { NoticeError } from './notice-error.ts';
import type { NoticePart } from './notice-part.ts';
import {
  requireApprovable,
  requireComplete,
  requireState,
  unknownNotice,
} from './notice-requirements.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notices } from './notices.ts';
import type { PlannedTask } from './outbox/outbox.ts';
import { isPlanned, planTasks } from './outbox/plan-tasks.ts';
import { givePlaces } from './replies/reply-to-session.ts';
import { unfoldSeries } from './series/unfold-series.ts';
import type { QuietHours } from './time/quiet-hours.ts';

export interface NoticesParts {
  store: NoticeStore;
  clock: Clock;
  /** Whether a second person has to agree. */
  needsApproval: boolean;
  quietHours: QuietHours | null;
  /** How long an announcement that is sent at once can still be taken back, ms. */
  graceMs: number;
  newId(): string;
  /** Something is to be sent: look now. */
  wake(): void;
}

export function createNotices(parts: NoticesParts): Notices {
  const { store, clock, quietHours } = parts;

  const isAnnounced = ({ state, announceAt }: Notice): boolean =>
    state === 'scheduled' && announceAt !== null && announceAt <= clock.now();

  const plan = (notice: Notice): PlannedTask[] =>
    planTasks(notice, { now: clock.now(), quiet: quietHours });

  /** Changes a notice, and all that is to be sent of it, at once: nobody can die in between. */
  async function change(
    id: string,
    how: (notice: Notice) => Notice,
    tell: FollowUp['tell'] = nothingToTell,
  ): Promise<Notice> {
    const changed = await store.change(
      id,
      (notice) => ({ ...how(notice), changedAt: clock.now() }),
      { plan, tell },
    );
    if (changed === null) throw unknownNotice();
    parts.wake();
    return changed;
  }

  /**
   * Schedules a notice and, where its session takes place again and again, one for each other time.
   * Returns the first.
   */
  async function scheduleAll(id: string, how: (notice: Notice) => Notice): Promise<Notice> {
    const all = await store.unfold(
      id,
      (notice) => unfoldSeries(scheduled(how(notice), parts), clock.now(), parts.newId),
      plan,
    );
    if (all === null) throw unknownNotice();
    parts.wake();
    return all[0];
  }

  return {
    async draft(author, content, known) {
      const now = clock.now();
      const notice: Notice = {
        ...content,
        id: known?.id ?? parts.newId(),
        state: 'draft',
        author,
        approval: null,
        approvedBy: null,
        seriesId: known?.seriesId ?? null,
        ...(known?.isTemplate === undefined ? {} : { isTemplate: true }),
        version: 0,
        lastChange: null,
        createdAt: now,
        changedAt: now,
      };
      await store.add(notice);
      return notice;
    },

    async submit(id, by) {
      const checked = (current: Notice): Notice => {
        requireState(current, 'draft');
        requireComplete(current, clock.now());
        return current;
      };
      if (!parts.needsApproval) return scheduleAll(id, checked);
      return change(id, (current) => ({
        ...checked(current),
        ...askApproval(current, by, clock.now()),
      }));
    },

    approve: (id, by, seen) =>
      scheduleAll(id, (current) => {
        requireApprovable(current, by, seen);
        requireComplete(current, clock.now());
        return { ...current, approvedBy: by };
      }),

    takeBack: (id) =>
      change(
        id,
        (current) => {
          requireState(current, 'scheduled', 'awaiting-approval');
          const { seenByAll: _, ...whole } = current;
          return { ...whole, state: 'draft', approval: null, approvedBy: null };
        },
        ({ tasks }) => {
          // What is left of them was sent, or is on its way.
          const isBegun = tasks.some(({ occasion }) => isPlanned(occasion));
          if (!isBegun) return nothingToTell();
          throw new NoticeError(
            'notice-state',
            'It has been sent already. You can change it or call it off.',
          );
        },
      ),

    async edit(id, content, { showAll } = { showAll: false }) {
      let changes: NoticePart[] = [];
      const edited = (current: Notice): Notice => {
        requireState(current, 'draft', 'awaiting-approval', 'scheduled');
        const next = { ...current, ...content };
        if (current.state === 'scheduled') next.announceAt ??= current.announceAt;
        if (current.state !== 'draft') requireComplete(next, clock.now(), current);
        changes = changesBetween(current, next);
        const told = current.state === 'scheduled' ? toldChanges(changes) : [];
        const open = isAnnounced(current) ? withhold(current, next, showAll) : next;
        if (told.length === 0) return open;
        const lastChange = { parts: told, before: current.details };
        return { ...open, version: current.version + 1, lastChange };
      };
      const notice = await change(id, edited, (changed) => tellChange(changed, clock.now()));
      return { notice, changes };
    },

    cancel: (id) =>
      change(
        id,
        (current) => {
          requireState(current, 'awaiting-approval', 'scheduled');
          return { ...current, state: 'cancelled', version: current.version + 1, lastChange: null };
        },
        (changed) => tellCancellation(changed, clock.now()),
      ),

    async reply(id, person, reply) {
      const notice = await store.find(id);
      if (notice === null || notice.details.kind !== 'session') throw unknownNotice();
      if (notice.state === 'cancelled') {
        throw new NoticeError('notice-state', 'This session was called off.');
      }
      const { capacity } = notice.details;
      const { after } = await store.reply(id, person, reply, (changed, tasks) =>
        tellReply(changed, tasks, { capacity, person, now: clock.now() }),
      );
      parts.wake();
      return givePlaces(after, capacity);
    },
  };
}

function scheduled(notice: Notice, { clock, graceMs }: NoticesParts): Notice {
  const announceAt = notice.announceAt ?? clock.now() + graceMs;
  return { ...notice, state: 'scheduled', announceAt, changedAt: clock.now() };
}
