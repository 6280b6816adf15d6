import type { FollowUp, TasksToAdd } from './follow-up.ts';
import type { Notice } from './notice.ts';
import type { OutboxTask, PlannedTask } from './outbox/outbox.ts';
import type { KeptReply, SessionReply } from './replies/reply-to-session.ts';

/** The replies to a session before and after somebody's. */
export interface RepliesChanged {
  before: KeptReply[];
  after: KeptReply[];
}

/** Notices, and what people replied to them. */
export interface NoticeStore {
  /** @throws {Error} when there is one with this id already. */
  add(notice: Notice): Promise<void>;
  find(id: string): Promise<Notice | null>;
  /**
   * Changes a notice as it stands now: `change` is given the current state and may be called again
   * when somebody else was faster. Returns the new state, or null when there is no such notice.
   *
   * @param followUp - Stored in the same transaction; left out when nothing is to be sent.
   * @throws what `change` or `followUp` throw; nothing is changed then.
   */
  change(
    id: string,
    change: (notice: Notice) => Notice,
    followUp?: FollowUp,
  ): Promise<Notice | null>;
  /**
   * The same for a notice that becomes several: the first that `change` returns takes its place, the
   * others are added, and what is to be sent of each is planned, all or nothing.
   */
  unfold(
    id: string,
    change: (notice: Notice) => [Notice, ...Notice[]],
    plan?: (notice: Notice) => PlannedTask[],
  ): Promise<[Notice, ...Notice[]] | null>;
  /** Drafts and what waits for approval go for good; others only if nothing of them was sent. */
  remove(id: string): Promise<void>;
  /** Those of an author that are drafts and no templates, newest first. */
  draftsOf(author: string): Promise<Notice[]>;
  /** Templates of everybody, newest first. */
  templates(): Promise<Notice[]>;
  /** Those that wait for a second person, oldest first. */
  awaitingApproval(): Promise<Notice[]>;
  /** Announced or to be announced, sessions that end after `from` (UTC ms), by start. */
  sessionsFrom(from: number): Promise<Notice[]>;
  /** Those last changed, newest first. */
  latest(limit: number): Promise<Notice[]>;
  /** Those of a series, by the start of their sessions. */
  ofSeries(seriesId: string): Promise<Notice[]>;

  /**
   * Keeps what somebody replies to a session. Who asks for a place keeps their turn as long as they
   * do not change their mind.
   *
   * @param tell - What follows, stored in the same transaction; it is given all tasks of the notice.
   */
  reply(
    noticeId: string,
    person: string,
    reply: SessionReply,
    tell?: (changed: RepliesChanged, tasks: OutboxTask[]) => TasksToAdd,
  ): Promise<RepliesChanged>;
  /** In the order of their places. */
  replies(noticeId: string): Promise<KeptReply[]>;
  /** What a person replied, by id of the session's notice. */
  repliesOf(person: string): Promise<Map<string, SessionReply>>;
  /** All that a person replied goes; their places become free. */
  forgetPerson(person: string): Promise<void>;
}
