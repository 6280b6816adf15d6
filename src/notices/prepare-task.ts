import type { Clock } from '../clock.ts';
import type { MessageContent, MessageReference } from '../messaging/index.ts';
import { withoutWithheld } from './changes/withheld-details.ts';
import { editionOf } from './materials/attach-materials.ts';
import type { Notice, NoticeChange } from './notice.ts';
import type { NoticeStore } from './notice-store.ts';
import { announcementFor } from './outbox/announcement-for.ts';
import type { Outbox, OutboxTask } from './outbox/outbox.ts';
import type { PrepareTask, TaskOrder } from './outbox/outbox-worker.ts';
import { type Outcome, outcomeFor } from './outbox/outcome.ts';
import {
  audienceLookMs,
  audiencePatienceMs,
  audienceUnknown,
  type FindOutsiders,
  outsidersProblem,
} from './outbox/outsiders.ts';
import { participants } from './outbox/plan-tasks.ts';
import type { Places } from './replies/reply-to-session.ts';
import { mayCome, placesOf, toEach } from './replies/who-is-told.ts';
import { instantOf } from './time/local-time.ts';

/** Who sees a message, and what they have to know of it besides the notice. */
export interface NoticeReader {
  /** Slack id of the one person who gets it; null in a channel. */
  person: string | null;
  /** Id of the channel it is for; null when it is for one person. */
  channel: string | null;
  /** An announcement that the reader may have seen; null when there is none yet. */
  card: MessageReference | null;
  /** Whether it comes later than it was due. */
  late: boolean;
  /** Of a session; null for others. */
  places: Places | null;
}

/** Draws what is said of notices. */
export interface NoticeMessages {
  /** The announcement, also as it is later: changed, full, over or called off. */
  card(notice: Notice, reader: NoticeReader): Promise<MessageContent>;
  reminder(notice: Notice, reader: NoticeReader): Promise<MessageContent>;
  change(notice: Notice, change: NoticeChange, reader: NoticeReader): Promise<MessageContent>;
  cancellation(notice: Notice, reader: NoticeReader): Promise<MessageContent>;
  /** That somebody who waited has a place. */
  promotion(notice: Notice, reader: NoticeReader): Promise<MessageContent>;
  /** That somebody who had a place has to wait, as there are fewer now. */
  displacement(notice: Notice, reader: NoticeReader): Promise<MessageContent>;
  /** That there are materials of a session, for somebody who was going or may have come. */
  materials(notice: Notice, reader: NoticeReader): Promise<MessageContent>;
  /** What became of a message that was to go to several places, for the author. */
  report(notice: Notice, outcome: Outcome): Promise<MessageContent>;
}

export interface PrepareTaskParts {
  store: Pick<NoticeStore, 'find' | 'replies'>;
  outbox: Pick<Outbox, 'of'>;
  messages: NoticeMessages;
  clock: Clock;
  /** Whether an id is that of a person; all others are of channels. */
  isPerson(place: string): boolean;
  /** Id of the direct conversation with a person. */
  directConversation(person: string): Promise<string>;
  findOutsiders: FindOutsiders;
  /** How much later than due an announcement is marked as late, also when it is renewed, ms. */
  lateMs: number;
}

/** A task that is due, among all of its notice. */
interface Due {
  task: OutboxTask;
  tasks: readonly OutboxTask[];
}

/** How long a report waits for places that cannot be reached for now, and how often it looks. */
const reportPatienceMs = 10 * 60_000;
const reportLookMs = 1_000;

const skip = (problem: string): TaskOrder => ({ kind: 'skip', problem });

/** Creates the function that says what a task is to say, as its notice stands when it is due. */
export function createPrepareTask(parts: PrepareTaskParts): PrepareTask {
  const { store, outbox, messages, clock } = parts;

  /** Where in a place it is said: in the announcement's thread, or directly to a person. */
  async function placeOf({ task, tasks }: Due, inThread: boolean) {
    if (parts.isPerson(task.place)) {
      return { channel: await parts.directConversation(task.place), thread: null };
    }
    if (!inThread) return { channel: task.place, thread: null };
    const card = announcementIn(tasks, task.place)?.message;
    return card ? { channel: card.channel, thread: card.messageId } : null;
  }

  /** Not where somebody would see it who may not, as far as that can be known. */
  async function announce(due: Due, notice: Notice, reader: NoticeReader) {
    const { place } = due.task;
    const outsiders = notice.audience === 'public' ? [] : await parts.findOutsiders(place);
    if (outsiders !== null && outsiders.length > 0) {
      return { kind: 'refuse', problem: outsidersProblem(outsiders) } as const;
    }
    const order = await send(due, false, () => messages.card(notice, reader));
    const isSure = outsiders !== null || order.kind !== 'send';
    return isSure ? order : { ...order, doubt: audienceUnknown };
  }

  /** What of a notice may be shown in a place; `isSure` is false while nobody can say who is there. */
  async function openIn(place: string, notice: Notice): Promise<{ open: Notice; isSure: boolean }> {
    const open = withoutWithheld(notice);
    if (open === notice) return { open, isSure: true };
    const outsiders = await parts.findOutsiders(place);
    return { open: outsiders?.length === 0 ? notice : open, isSure: outsiders !== null };
  }

  /** Brings a card up to date; one that came late keeps its mark. */
  async function renewCard(
    { task, tasks }: Due,
    { open, isSure }: { open: Notice; isSure: boolean },
    reader: NoticeReader,
  ): Promise<TaskOrder> {
    const announced = announcementIn(tasks, task.place);
    const message = announced?.message;
    if (announced === undefined || !message) return skip('not-announced');
    const late = (announced.finishedAt ?? 0) - announced.dueAt > parts.lateMs;
    const content = await messages.card(open, { ...reader, late });
    return { kind: 'update', message, content, ...(isSure ? {} : { doubt: audienceUnknown }) };
  }

  /** Looks again for a while; then it is left out. */
  function later({ dueAt }: OutboxTask, problem: string): TaskOrder {
    const availableAt = clock.now() + audienceLookMs;
    return availableAt < dueAt + audiencePatienceMs
      ? { kind: 'later', availableAt }
      : skip(problem);
  }

  async function report(due: Due, notice: Notice): Promise<TaskOrder> {
    const { task, tasks } = due;
    const outcome = outcomeFor(task, tasks);
    if (outcome === null) return skip('unknown-occasion');
    const now = clock.now();
    if (outcome.waiting.length > 0 && now < task.dueAt + reportPatienceMs) {
      return { kind: 'later', availableAt: now + reportLookMs };
    }
    return send(due, false, () => messages.report(notice, outcome));
  }

  /** @param draw - Called only when there is a place for it, so that no failure of it goes unheard. */
  async function send(
    due: Due,
    inThread: boolean,
    draw: () => Promise<MessageContent>,
  ): Promise<TaskOrder> {
    const place = await placeOf(due, inThread);
    return place === null ? skip('not-announced') : { kind: 'send', place, content: await draw() };
  }

  return async (task, { late }) => {
    const notice = await store.find(task.noticeId);
    if (notice === null) return skip('notice-gone');
    const { kind, version } = readOccasion(task.occasion);
    const isSession = notice.details.kind === 'session';
    const places = isSession ? await placesOf(notice, store) : null;
    if (task.place === participants) {
      return { kind: 'instead', tasks: toEach(task, places, clock.now(), kind === 'materials') };
    }
    // Read once: a notice may have a task for each of a thousand places.
    const due: Due = { task, tasks: await outbox.of(task.noticeId) };
    if (kind === 'report') return report(due, notice);
    const person = parts.isPerson(task.place) ? task.place : null;
    const reader: NoticeReader = {
      person,
      channel: person === null ? task.place : null,
      card: announcementFor(due.tasks, task.place, parts.isPerson),
      late,
      places,
    };
    const isOff = notice.state !== 'scheduled';
    if (kind === 'announcement') {
      return isOff ? skip('called-off') : announce(due, notice, reader);
    }
    const shown = await openIn(task.place, notice);
    const { open } = shown;
    switch (kind) {
      case 'card':
        return renewCard(due, shown, reader);
      case 'reminder':
        if (isOff) return skip('called-off');
        if (!task.occasion.endsWith(`-${startOf(notice)}`)) return skip('moved');
        if (person !== null && !mayCome(person, places)) return skip('not-coming');
        return send(due, true, () => messages.reminder(open, reader));
      case 'change': {
        if (notice.version !== version || notice.lastChange === null) return skip('changed-again');
        const { lastChange } = open;
        if (lastChange === null) return skip('withheld');
        return send(due, true, () => messages.change(open, lastChange, reader));
      }
      case 'cancellation':
        if (notice.state !== 'cancelled') return skip('not-called-off');
        return send(due, true, () => messages.cancellation(open, reader));
      case 'materials':
        if (isOff) return skip('called-off');
        // What was removed, or added to, meanwhile is told of no more, or with the rest.
        if (editionOf(notice) !== version) return skip('changed-again');
        if (person === null || !mayCome(person, places)) return skip('not-coming');
        if (editionOf(open) !== version) {
          if (shown.isSure) return skip('withheld');
          return later(task, 'withheld');
        }
        return send(due, true, () => messages.materials(open, reader));
      case 'promotion':
        if (isOff) return skip('called-off');
        if (person === null || !places?.going.includes(person)) return skip('no-place');
        return send(due, true, () => messages.promotion(open, reader));
      case 'displacement':
        if (isOff) return skip('called-off');
        if (person === null || !places?.waiting.includes(person)) return skip('no-wait');
        return send(due, true, () => messages.displacement(open, reader));
      default:
        return skip('unknown-occasion');
    }
  };
}

function announcementIn(tasks: readonly OutboxTask[], place: string): OutboxTask | undefined {
  return tasks.find((one) => one.occasion === 'announcement' && one.place === place);
}

function readOccasion(occasion: string): { kind: string; version: number } {
  const [kind = '', version = '0'] = occasion.split('-');
  return { kind, version: Number(version) };
}

/** UTC ms; null for what is no session. */
function startOf({ details }: Notice): number | null {
  return details.kind === 'session' ? instantOf(details.start, details.zone) : null;
}
