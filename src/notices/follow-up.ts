import type { Notice } from './notice.ts';
import type { OutboxTask, PlannedTask } from './outbox/outbox.ts';
import type { KeptReply } from './replies/reply-to-session.ts';

/** A notice that is changed, with what else is known of it at that moment. */
export interface ChangedNotice {
  before: Notice;
  after: Notice;
  /**
   * All its tasks, what waits brought in line already. None is taken up before the change is stored,
   * so that one that waits and is due may be in hand, and say what was the case before.
   */
  tasks: OutboxTask[];
  replies: KeptReply[];
}

/** Tasks that follow from what people do. */
export interface TasksToAdd {
  /** As for `Outbox.add`. */
  add: PlannedTask[];
  /** As for `Outbox.renewTasks`. */
  renew: PlannedTask[];
}

/** What follows from a change of a notice. It is stored along with the change: all or nothing. */
export interface FollowUp {
  /** What is to be sent as it stands now: as for `Outbox.plan`. Left out where times stay as they are. */
  plan?(after: Notice): PlannedTask[];
  /** What else is to be said; when it throws, nothing is changed. */
  tell(changed: ChangedNotice): TasksToAdd;
}
