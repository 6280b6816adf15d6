import type { Clock } from '../clock.ts';
import type { MessageContent } from '../messaging/index.ts';
import type { Notice, NoticeChange } from './notice.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Outbox, OutboxTask, PlannedTask } from './outbox/outbox.ts';
import type { PrepareTask, TaskOrder } from './outbox/outbox-worker.ts';
import { participants } from './outbox/plan-tasks.ts';
import { givePlaces, type Places } from './replies/reply-to-session.ts';
import { instantOf } from './time/local-time.ts';

/** Who sees a message, and what they have to know of it besides the notice. */
export interface NoticeReader {
  /** Slack id of the one person who gets it; null in a channel. */
  person: string | null;
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
}

const skip = (problem: string): TaskOrder => ({ kind: 'skip', problem });

/** Creates the function that says what a task is to say, as its notice stands when it is due. */
export function createPrepareTask(parts: PrepareTaskParts): PrepareTask {
  const { store, outbox, messages, clock } = parts;

  /** Where in a place it is said: in the announcement's thread, or directly to a person. */
  async function placeOf(task: OutboxTask, inThread: boolean) {
    if (parts.isPerson(task.place)) {
      return { channel: await parts.directConversation(task.place), thread: null };
    }
    if (!inThread) return { channel: task.place, thread: null };
    const card = await cardIn(task);
    return card === null ? null : { channel: card.channel, thread: card.messageId };
  }

  async function cardIn({ noticeId, place }: OutboxTask) {
    const tasks = await outbox.of(noticeId);
    const announced = tasks.find((one) => one.occasion === 'announcement' && one.place === place);
    return announced?.message ?? null;
  }

  async function send(
    task: OutboxTask,
    inThread: boolean,
    content: Promise<MessageContent>,
  ): Promise<TaskOrder> {
    const place = await placeOf(task, inThread);
    return place === null ? skip('not-announced') : { kind: 'send', place, content: await content };
  }

  return async (task, { late }) => {
    const notice = await store.find(task.noticeId);
    if (notice === null) return skip('notice-gone');
    const { kind, version } = readOccasion(task.occasion);
    const isSession = notice.details.kind === 'session';
    const places = isSession ? await placesOf(notice, store) : null;
    if (task.place === participants) {
      return { kind: 'instead', tasks: toEach(task, places, clock.now()) };
    }
    const person = parts.isPerson(task.place) ? task.place : null;
    const reader: NoticeReader = { person, late, places };
    const isOff = notice.state !== 'scheduled';
    switch (kind) {
      case 'announcement':
        if (isOff) return skip('called-off');
        return send(task, false, messages.card(notice, reader));
      case 'card': {
        const message = await cardIn(task);
        if (message === null) return skip('not-announced');
        return { kind: 'update', message, content: await messages.card(notice, reader) };
      }
      case 'reminder':
        if (isOff) return skip('called-off');
        if (!task.occasion.endsWith(`-${startOf(notice)}`)) return skip('moved');
        if (person !== null && !mayCome(person, places)) return skip('not-coming');
        return send(task, true, messages.reminder(notice, reader));
      case 'change': {
        const { lastChange } = notice;
        if (notice.version !== version || lastChange === null) return skip('changed-again');
        return send(task, true, messages.change(notice, lastChange, reader));
      }
      case 'cancellation':
        if (notice.state !== 'cancelled') return skip('not-called-off');
        return send(task, true, messages.cancellation(notice, reader));
      case 'promotion':
        if (isOff) return skip('called-off');
        if (person === null || !places?.going.includes(person)) return skip('no-place');
        return send(task, true, messages.promotion(notice, reader));
      default:
        return skip('unknown-occasion');
    }
  };
}

function readOccasion(occasion: string): { kind: string; version: number } {
  const [kind = '', version = '0'] = occasion.split('-');
  return { kind, version: Number(version) };
}

/** UTC ms; null for what is no session. */
function startOf({ details }: Notice): number | null {
  return details.kind === 'session' ? instantOf(details.start, details.zone) : null;
}

async function placesOf(notice: Notice, store: Pick<NoticeStore, 'replies'>): Promise<Places> {
  const { details } = notice;
  const capacity = details.kind === 'session' ? details.capacity : null;
  return givePlaces(await store.replies(notice.id), capacity);
}

/** The same task for everybody who may come, or waits for a place. */
function toEach(
  { occasion, uselessAt }: OutboxTask,
  places: Places | null,
  dueAt: number,
): PlannedTask[] {
  const people = places === null ? [] : [...places.going, ...places.maybe, ...places.waiting];
  return people.map((place) => ({ occasion, place, dueAt, uselessAt }));
}

function mayCome(person: string, places: Places | null): boolean {
  return places !== null && [...places.going, ...places.maybe].includes(person);
}
