import type { Clock } from '../../clock.ts';
import type { Publication } from '../../library/index.ts';
import type { MessageContent, MessageReference } from '../../messaging/index.ts';
import { type Audience, audiencesUpTo, type Directory } from '../../people/index.ts';
import type { Notice, SessionDetails } from '../notice.ts';
import type { NoticeStore } from '../notice-store.ts';
import { announcementFor } from '../outbox/announcement-for.ts';
import type { Outbox, OutboxTask } from '../outbox/outbox.ts';
import type { PrepareTask, TaskOrder } from '../outbox/outbox-worker.ts';
import { givePlaces, type SessionReply } from '../replies/reply-to-session.ts';
import { instantOf } from '../time/local-time.ts';
import type { DigestChoiceStore } from './digest-choices.ts';
import { weekBefore } from './digest-time.ts';
import { type DigestSettings, digestOccasions, digestReaders } from './plan-digests.ts';

/** A session of the coming weeks. */
export interface ComingSession {
  details: SessionDetails;
  /** Where it was announced; of several places the reader's own. */
  announcement: MessageReference;
  /** What the reader replied; null when nothing, and in a channel. */
  reply: SessionReply | 'waiting' | null;
}

/** What a digest tells its readers; only what all of them may see. */
export interface Digest {
  /** What can be read since the digest before, newest first, without answers. */
  publications: Publication[];
  /** Questions that the team answered since then, newest first. */
  answers: Publication[];
  /** By start. */
  sessions: ComingSession[];
  /** Whether one person gets it, and not a channel. */
  isDirect: boolean;
  /** Whether it comes much later than it was due. */
  late: boolean;
}

export interface PrepareDigestParts {
  /** Null when there is no digest any more. */
  settings: DigestSettings | null;
  choices: Pick<DigestChoiceStore, 'of' | 'direct'>;
  store: Pick<NoticeStore, 'sessionsFrom' | 'replies'>;
  outbox: Pick<Outbox, 'add' | 'of'>;
  /** Those that somebody with these audiences may read now, newest first. */
  readable(audiences: readonly Audience[]): Promise<Publication[]>;
  directory: Pick<Directory, 'rolesOf' | 'visibilityOf' | 'hasLeft'>;
  draw(digest: Digest): Promise<MessageContent>;
  clock: Clock;
  /** Whether an id is that of a person; all others are of channels. */
  isPerson(place: string): boolean;
  /** Id of the direct conversation with a person. */
  directConversation(person: string): Promise<string>;
}

/** How far ahead sessions are told of. */
const aheadMs = 14 * 24 * 60 * 60_000;

/** From then on it says that it is late; to reach many people takes some of that. */
const lateMs = 60 * 60_000;

const skip = (problem: string): TaskOrder => ({ kind: 'skip', problem });

/** Creates the function that says what the digest tells a place, when it is due there. */
export function createPrepareDigest(parts: PrepareDigestParts): PrepareTask {
  const { settings, choices, store, outbox, directory, clock } = parts;

  /** One task for each who wants it now. It is done again after a crash, which adds nobody twice. */
  async function shareOut({ noticeId, dueAt, uselessAt }: OutboxTask): Promise<TaskOrder> {
    const occasion = digestOccasions.direct;
    const people = await choices.direct();
    await outbox.add(
      noticeId,
      people.map((place) => ({ occasion, place, dueAt, uselessAt })),
    );
    return skip('shared-out');
  }

  /** Why a place gets none; null when it is to get one. */
  async function whyNot(place: string, channel: string | null): Promise<string | null> {
    if (!parts.isPerson(place)) return place === channel ? null : 'other-channel';
    if ((await choices.of(place)) !== 'direct') return 'not-wanted';
    return (await directory.hasLeft(place)) ? 'left' : null;
  }

  async function audiencesOf(place: string): Promise<Audience[]> {
    if (parts.isPerson(place)) {
      const { rank, groups } = await directory.rolesOf(place);
      return audiencesUpTo(rank, groups);
    }
    const { kind } = await directory.visibilityOf(place);
    return audiencesUpTo(kind === 'members' ? 'members' : 'public');
  }

  async function replyOf({ id }: Notice, { capacity }: SessionDetails, person: string) {
    const replies = await store.replies(id);
    const own = replies.find((one) => one.person === person)?.reply ?? null;
    return givePlaces(replies, capacity).waiting.includes(person) ? 'waiting' : own;
  }

  async function sessionsFor(
    place: string,
    audiences: readonly Audience[],
  ): Promise<ComingSession[]> {
    const now = clock.now();
    const coming: ComingSession[] = [];
    for (const notice of await store.sessionsFrom(now)) {
      const { details, audience } = notice;
      if (details.kind !== 'session' || !audiences.includes(audience)) continue;
      const startsAt = instantOf(details.start, details.zone);
      if (startsAt <= now || startsAt > now + aheadMs) continue;
      const tasks = await outbox.of(notice.id);
      const announcement = announcementFor(tasks, place, parts.isPerson);
      if (announcement === null) continue;
      const reply = parts.isPerson(place) ? await replyOf(notice, details, place) : null;
      coming.push({ details, announcement, reply });
    }
    return coming;
  }

  return async (task) => {
    if (settings === null) return skip('switched-off');
    const { place, dueAt } = task;
    if (place === digestReaders) return shareOut(task);
    const reason = await whyNot(place, settings.channel);
    if (reason !== null) return skip(reason);
    const audiences = await audiencesOf(place);
    const since = weekBefore(dueAt, settings);
    // What comes later is in the next digest, however late this one is.
    const isNew = (one: Publication): boolean => cameAt(one) > since && cameAt(one) <= dueAt;
    const fresh = (await parts.readable(audiences)).filter(isNew);
    const publications = fresh.filter(({ kind }) => kind !== 'answer');
    const answers = fresh.filter(({ kind }) => kind === 'answer');
    const sessions = await sessionsFor(place, audiences);
    if (fresh.length === 0 && sessions.length === 0) return skip('nothing-new');
    const isDirect = parts.isPerson(place);
    const late = clock.now() - dueAt > lateMs;
    const content = await parts.draw({ publications, answers, sessions, isDirect, late });
    const channel = isDirect ? await parts.directConversation(place) : place;
    return { kind: 'send', place: { channel, thread: null }, content };
  };
}

/** When it could first be found, UTC ms. */
function cameAt({ addedAt, embargoedUntil }: Publication): number {
  return Math.max(addedAt, embargoedUntil ?? 0);
}
