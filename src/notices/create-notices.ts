import type { Clock } from '../clock.ts';
import { askApproval } from './ask-approval.ts';
import { changesBetween, toldChanges } from './changes/describe-changes.ts';
import type { Notice, NoticeContent } from './notice.ts';
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
import { announcedIn } from './outbox/announced-in.ts';
import type { Outbox, PlannedTask } from './outbox/outbox.ts';
import { isPlanned, participants, planTasks } from './outbox/plan-tasks.ts';
import { givePlaces } from './replies/reply-to-session.ts';
import { tellPlaces } from './replies/tell-places.ts';
import { unfoldSeries } from './series/unfold-series.ts';
import type { QuietHours } from './time/quiet-hours.ts';

export interface NoticesParts {
  store: NoticeStore;
  outbox: Outbox;
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
  const { store, outbox, clock, quietHours } = parts;

  async function change(id: string, how: (notice: Notice) => Notice): Promise<Notice> {
    const changed = await store.change(id, (notice) => ({
      ...how(notice),
      changedAt: clock.now(),
    }));
    if (changed === null) throw unknownNotice();
    return changed;
  }

  /** Brings what is to be sent in line with the notice. */
  async function plan(notice: Notice): Promise<void> {
    await outbox.plan(
      notice.id,
      planTasks(notice, { now: clock.now(), quiet: quietHours }),
      isPlanned,
    );
    parts.wake();
  }

  /**
   * Schedules a notice and, where its session takes place again and again, one for each other time.
   * Returns the first.
   */
  async function scheduleAll(id: string, how: (notice: Notice) => Notice): Promise<Notice> {
    const now = clock.now();
    const all = await store.unfold(id, (notice) =>
      unfoldSeries(scheduled(how(notice), parts), now, parts.newId),
    );
    if (all === null) throw unknownNotice();
    for (const notice of all) await plan(notice);
    return all[0];
  }

  /** Channels and people who have its announcement, or with `soon` are about to get it. */
  async function placesOf(id: string, soon = false): Promise<string[]> {
    return announcedIn(await outbox.of(id), { soon: soon ? clock.now() : null });
  }

  const tasksFor = (occasion: string, places: readonly string[]): PlannedTask[] =>
    places.map((place) => ({ occasion, place, dueAt: clock.now(), uselessAt: null }));

  /** Has the cards that people see say what is the case now. */
  async function renewCards(id: string, places: readonly string[]): Promise<void> {
    if (places.length === 0) return;
    await outbox.renewTasks(id, tasksFor('card', places));
    parts.wake();
  }

  /** Tells, once for each version, those who have the announcement and those who replied. */
  async function tell(notice: Notice, occasion: string): Promise<void> {
    // What is on its way right now may say what was the case before.
    await renewCards(notice.id, await placesOf(notice.id, true));
    const places = await placesOf(notice.id, notice.state === 'cancelled');
    if (places.length === 0) return;
    await outbox.add(
      notice.id,
      tasksFor(`${occasion}-${notice.version}`, [...places, participants]),
    );
    parts.wake();
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
      const asked = await change(id, (current) => ({
        ...checked(current),
        ...askApproval(current, by, clock.now()),
      }));
      await plan(asked);
      return asked;
    },

    approve: (id, by, seen) =>
      scheduleAll(id, (current) => {
        requireApprovable(current, by, seen);
        requireComplete(current, clock.now());
        return { ...current, approvedBy: by };
      }),

    async takeBack(id) {
      const before = await store.find(id);
      if (before === null) throw unknownNotice();
      // First nothing more is taken up; then it is seen whether anything was.
      await outbox.plan(id, [], isPlanned);
      const begun = (await outbox.of(id)).some(({ occasion }) => isPlanned(occasion));
      if (begun) {
        await plan(before);
        throw new NoticeError(
          'notice-state',
          'It has been sent already. You can change it or call it off.',
        );
      }
      return change(id, (current) => {
        requireState(current, 'scheduled', 'awaiting-approval');
        return { ...current, state: 'draft', approval: null, approvedBy: null };
      });
    },

    async edit(id, content) {
      let changes: NoticePart[] = [];
      let capacityBefore: number | null = null;
      const notice = await change(id, (current) => {
        capacityBefore = capacityOf(current);
        requireState(current, 'draft', 'awaiting-approval', 'scheduled');
        const next = { ...current, ...content };
        if (current.state === 'scheduled') next.announceAt ??= current.announceAt;
        if (current.state !== 'draft') requireComplete(next, clock.now(), current);
        changes = changesBetween(current, next);
        const told = current.state === 'scheduled' ? toldChanges(changes) : [];
        if (told.length === 0) return next;
        const lastChange = { parts: told, before: current.details };
        return { ...next, version: current.version + 1, lastChange };
      });
      await plan(notice);
      if (notice.state === 'scheduled' && changes.length > 0) {
        if (toldChanges(changes).length > 0) await tell(notice, 'change');
        else await renewCards(id, await placesOf(id, true));
        const replies = await store.replies(id);
        const told = tellPlaces(
          givePlaces(replies, capacityBefore),
          givePlaces(replies, capacityOf(notice)),
          { turn: notice.changedAt, now: clock.now() },
        );
        await outbox.add(id, told);
        parts.wake();
      }
      return { notice, changes };
    },

    async cancel(id) {
      const notice = await change(id, (current) => {
        requireState(current, 'awaiting-approval', 'scheduled');
        return { ...current, state: 'cancelled', version: current.version + 1, lastChange: null };
      });
      await plan(notice);
      await tell(notice, 'cancellation');
      return notice;
    },

    async reply(id, person, reply) {
      const notice = await store.find(id);
      if (notice === null || notice.details.kind !== 'session') throw unknownNotice();
      if (notice.state === 'cancelled') {
        throw new NoticeError('notice-state', 'This session was called off.');
      }
      const { capacity } = notice.details;
      const { before, after } = await store.reply(id, person, reply);
      const places = givePlaces(after, capacity);
      const turn = after.find((one) => one.person === person)?.place ?? 0;
      const now = clock.now();
      await outbox.add(id, tellPlaces(givePlaces(before, capacity), places, { turn, now }));
      await renewCards(id, await placesOf(id));
      return places;
    },
  };
}

function capacityOf({ details }: NoticeContent): number | null {
  return details.kind === 'session' ? details.capacity : null;
}

function scheduled(notice: Notice, { clock, graceMs }: NoticesParts): Notice {
  const announceAt = notice.announceAt ?? clock.now() + graceMs;
  return { ...notice, state: 'scheduled', announceAt, changedAt: clock.now() };
}
