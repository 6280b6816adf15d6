import type { Clock } from '../../clock.ts';
import { contentOf } from '../content-of.ts';
import type { Notice, NoticeContent } from '../notice.ts';
import { NoticeError } from '../notice-error.ts';
import { requireComplete, unknownNotice } from '../notice-requirements.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { EditOptions, Notices } from '../notices.ts';
import { type Recurrence, RecurrenceError } from '../time/occurrences.ts';
import { applyChanges } from './apply-changes.ts';
import { expandSeries, type SessionContent } from './expand-series.ts';

export interface NoticeSeriesParts {
  notices: Notices;
  store: Pick<NoticeStore, 'find' | 'ofSeries' | 'remove' | 'change'>;
  clock: Clock;
  newId(): string;
}

/**
 * What people do with sessions that take place again and again: each is a notice of its own, so that
 * one alone is changed or called off like any other. All reject with a `NoticeError` that says why it
 * cannot be done; whatever can be seen before is, so that nothing is done by halves.
 */
export interface NoticeSeries {
  /** Begins a notice for each time, by start; they share a `seriesId`. */
  draft(author: string, content: NoticeContent, recurrence: Recurrence): Promise<Notice[]>;
  /** Has all drafts of a series announced, each at its time, or a second person asked to agree. */
  submit(seriesId: string, by: string): Promise<Notice[]>;
  /** Agrees to all of a series that wait for it. */
  approve(seriesId: string, by: string): Promise<Notice[]>;
  /**
   * Makes drafts again of all, and one draft of those that were made of one; rejects at the first of
   * which something was sent.
   */
  takeBack(seriesId: string): Promise<Notice[]>;
  /** Those of a series after one of it that were not called off, by start. */
  later(id: string): Promise<Notice[]>;
  /**
   * Changes a session and those after it in the same way; what was said of one of these alone stays.
   * Returns them, by start.
   */
  editFrom(id: string, content: NoticeContent, options?: EditOptions): Promise<Notice[]>;
  /** Calls off a session and those after it; drafts go for good. Returns what was called off. */
  cancelFrom(id: string): Promise<Notice[]>;
}

export function createNoticeSeries(parts: NoticeSeriesParts): NoticeSeries {
  const { notices, store, clock } = parts;

  /** Those of a series in a state, by start. */
  async function inState(seriesId: string, ...states: Notice['state'][]): Promise<Notice[]> {
    const all = await store.ofSeries(seriesId);
    const fitting = all.filter(({ state }) => states.includes(state));
    if (fitting.length === 0) {
      throw all.length === 0
        ? unknownNotice()
        : new NoticeError('notice-state', 'No session of this series is left to do that with.');
    }
    return fitting;
  }

  /** A session and those after it that were not called off, by start. */
  async function fromOn(id: string): Promise<[Notice, ...Notice[]]> {
    const notice = await store.find(id);
    if (notice === null) throw unknownNotice();
    if (notice.seriesId === null) return [notice];
    const all = await store.ofSeries(notice.seriesId);
    const later = all.slice(all.findIndex((one) => one.id === id) + 1);
    return [notice, ...later.filter(({ state }) => state !== 'cancelled')];
  }

  /** One draft of all that were made of it; others stay as they are. */
  async function fold(drafts: readonly Notice[]): Promise<Notice[]> {
    const first = drafts.find(({ id, seriesId }) => id === seriesId);
    if (first === undefined) return [...drafts];
    for (const { id } of drafts) if (id !== first.id) await store.remove(id);
    const alone = await store.change(first.id, (notice) => ({ ...notice, seriesId: null }));
    return alone === null ? [] : [alone];
  }

  return {
    async draft(author, content, recurrence) {
      const seriesId = parts.newId();
      const drafts: Notice[] = [];
      for (const one of expand(content, recurrence, clock.now())) {
        drafts.push(await notices.draft(author, one, { seriesId }));
      }
      return drafts;
    },

    async submit(seriesId, by) {
      const drafts = await inState(seriesId, 'draft');
      for (const draft of drafts) requireComplete(draft, clock.now());
      return inTurn(drafts, ({ id }) => notices.submit(id, by));
    },

    async approve(seriesId, by) {
      const asked = await inState(seriesId, 'awaiting-approval');
      for (const one of asked) requireComplete(one, clock.now());
      return inTurn(asked, ({ id }) => notices.approve(id, by));
    },

    async takeBack(seriesId) {
      const sent = await inState(seriesId, 'awaiting-approval', 'scheduled');
      return fold(await inTurn(sent, ({ id }) => notices.takeBack(id)));
    },

    async later(id) {
      const [, ...later] = await fromOn(id);
      return later;
    },

    async editFrom(id, content, options = { showAll: false }) {
      const [before, ...later] = await fromOn(id);
      const now = clock.now();
      const edited = [
        { notice: before, content },
        ...later.map((notice) => ({
          notice,
          content: applyChanges(sessionOf(notice), sessionOf(before), sessionOf(content), now),
        })),
      ];
      for (const { notice, content: next } of edited) {
        if (notice.state !== 'draft') requireComplete(next, now, notice);
      }
      return inTurn(edited, async ({ notice, content: next }) => {
        // It was only looked at who is where the first one goes.
        const showAll = options.showAll && isWithin(notice, before);
        return (await notices.edit(notice.id, contentOf(next), { showAll })).notice;
      });
    },

    async cancelFrom(id) {
      const all = await fromOn(id);
      for (const { id: draft, state } of all) if (state === 'draft') await store.remove(draft);
      const told = all.filter(({ state }) => state !== 'draft');
      return inTurn(told, (notice) => notices.cancel(notice.id));
    },
  };
}

async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<Notice>,
): Promise<Notice[]> {
  const done: Notice[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

/** Whether one goes nowhere that the other does not go to. */
function isWithin(one: NoticeContent, other: NoticeContent): boolean {
  const places = new Set([...other.channels, ...other.people]);
  return [...one.channels, ...one.people].every((place) => places.has(place));
}

function expand(content: NoticeContent, recurrence: Recurrence, now: number): SessionContent[] {
  try {
    return expandSeries(sessionOf(content), recurrence, now);
  } catch (error) {
    if (error instanceof RecurrenceError) throw new NoticeError('notice-incomplete', error.message);
    if (error instanceof RangeError) {
      throw new NoticeError('notice-incomplete', 'Say when the first session begins and ends.');
    }
    throw error;
  }
}

function sessionOf(content: NoticeContent): SessionContent {
  const { details } = content;
  if (details.kind === 'session') return { ...contentOf(content), details };
  throw new NoticeError('notice-incomplete', 'Only sessions take place again and again.');
}
