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
import type { Outbox, PlannedTask } from './outbox/outbox.ts';
import { isPlanned, participants, planTasks } from './outbox/plan-tasks.ts';
import { givePlaces, type Places, type SessionReply } from './replies/reply-to-session.ts';
import { tellPlaces } from './replies/tell-places.ts';
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

/** What people do with notices. All reject with a `NoticeError` that says why it cannot be done. */
export interface Notices {
  /** Begins a notice; it may be incomplete. */
  draft(
    author: string,
    content: NoticeContent,
    known?: { id?: string; seriesId?: string },
  ): Promise<Notice>;
  /**
   * Has a notice announced, or a second person asked to agree. Without a time in its content it is
   * announced at once, after the time in which it can be taken back.
   */
  submit(id: string, by: string): Promise<Notice>;
  /**
   * Agrees to a notice.
   *
   * @param seen - Its `changedAt` as it was looked at: it is refused when it was changed since.
   */
  approve(id: string, by: string, seen?: number): Promise<Notice>;
  /** Makes a notice a draft again, as long as nothing of it was sent. */
  takeBack(id: string): Promise<Notice>;
  /**
   * Changes a notice; what was sent is brought up to date, and people are told of what they should
   * know. Returns what changed.
   */
  edit(id: string, content: NoticeContent): Promise<{ notice: Notice; changes: NoticePart[] }>;
  /** Calls off what was announced, or is to be. */
  cancel(id: string): Promise<Notice>;
  /** Keeps a reply; who has a place now, and whether this person does, is in the result. */
  reply(id: string, person: string, reply: SessionReply): Promise<Places>;
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

  /** Channels and people who have its announcement, or with `soon` are about to get it. */
  async function announcedIn(id: string, soon = false): Promise<string[]> {
    const now = clock.now();
    return (await outbox.of(id))
      .filter(({ occasion }) => occasion === 'announcement')
      .filter(
        ({ state, dueAt }) => state === 'sent' || (soon && state === 'waiting' && dueAt <= now),
      )
      .map(({ place }) => place);
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
    await renewCards(notice.id, await announcedIn(notice.id, true));
    const places = await announcedIn(notice.id, notice.state === 'cancelled');
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
        version: 0,
        lastChange: null,
        createdAt: now,
        changedAt: now,
      };
      await store.add(notice);
      return notice;
    },

    async submit(id, by) {
      const notice = await change(id, (current) => {
        requireState(current, 'draft');
        requireComplete(current, clock.now());
        return parts.needsApproval
          ? { ...current, ...askApproval(current, by, clock.now()) }
          : { ...current, ...schedule(current, parts) };
      });
      await plan(notice);
      return notice;
    },

    async approve(id, by, seen) {
      const notice = await change(id, (current) => {
        requireApprovable(current, by, seen);
        requireComplete(current, clock.now());
        return { ...current, ...schedule(current, parts), approvedBy: by };
      });
      await plan(notice);
      return notice;
    },

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
        else await renewCards(id, await announcedIn(id, true));
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
      await renewCards(id, await announcedIn(id));
      return places;
    },
  };
}

function capacityOf({ details }: NoticeContent): number | null {
  return details.kind === 'session' ? details.capacity : null;
}

function schedule({ announceAt }: Notice, { clock, graceMs }: NoticesParts) {
  return { state: 'scheduled' as const, announceAt: announceAt ?? clock.now() + graceMs };
}
