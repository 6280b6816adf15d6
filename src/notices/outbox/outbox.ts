/** A message that is wanted, once: unique by notice, occasion and place. */
export interface PlannedTask {
  /** Which message of the notice: `announcement`, `reminder-1440-1796518800000`, `change-2`, … */
  occasion: string;
  /** Id of a channel or of a person; `participants` stands for all who may come, one message each. */
  place: string;
  /** UTC ms; it is never sent before. */
  dueAt: number;
  /** UTC ms from which on it is no use any more; null when it always is. */
  uselessAt: number | null;
}

export type TaskState =
  /** To be sent, or being sent. */
  | 'waiting'
  | 'sent'
  /** It will never be accepted there. */
  | 'failed'
  /** It was of no use any more. */
  | 'skipped';

/** A planned message with what became of it. */
export interface OutboxTask extends PlannedTask {
  id: string;
  noticeId: string;
  state: TaskState;
  /** How often sending it ended in an error. */
  failures: number;
  /** How often it was wanted anew. */
  renewals: number;
  /** Where the message is; null until it is sent. */
  message: { channel: string; messageId: string } | null;
  /**
   * Why it failed, was skipped or has to wait, or what could not be made sure of before it was sent:
   * a code, never what it says.
   */
  problem: string | null;
  /** UTC ms; null while it waits. */
  finishedAt: number | null;
}

/** What is known of a task that is over. */
export type TaskEnd =
  | { state: 'sent'; message: { channel: string; messageId: string }; doubt?: string }
  | { state: 'failed' | 'skipped'; problem: string };

/** The messages of notices that are to be sent. Several processes may share it. */
export interface Outbox {
  /**
   * Brings what still waits in line with a plan: adds what is new, moves what is due at another time,
   * and takes away what is not wanted any more. What is being sent or over stays as it is; so do
   * tasks with occasions that `isPlanned` denies.
   */
  plan(
    noticeId: string,
    tasks: readonly PlannedTask[],
    isPlanned: (occasion: string) => boolean,
  ): Promise<void>;
  /** Adds tasks; those that are known stay as they are. */
  add(noticeId: string, tasks: readonly PlannedTask[]): Promise<void>;
  /**
   * Adds tasks that can be wanted again and again, such as bringing a card up to date: one that is
   * over, or in hand, waits anew.
   */
  renewTasks(noticeId: string, tasks: readonly PlannedTask[]): Promise<void>;
  /**
   * Has those that failed of an occasion tried again, each in a new attempt. Returns how many there
   * are; what is tried again already does not count.
   */
  retryFailed(noticeId: string, occasion: string): Promise<number>;
  /**
   * Takes up the task that is due longest, of a place for which none is in hand; null when there is
   * none. It is given to somebody else when the lease runs out.
   */
  claim(owner: string, leaseMs: number): Promise<OutboxTask | null>;
  /** Keeps everything that the owner has in hand for another `leaseMs`. */
  renew(owner: string, leaseMs: number): Promise<void>;
  /** A task that is wanted anew since it was claimed goes on waiting. */
  finish(task: OutboxTask, owner: string, end: TaskEnd): Promise<void>;
  /** Puts other tasks in the place of one, all or none. */
  replace(id: string, owner: string, tasks: readonly PlannedTask[]): Promise<void>;
  /** Not before this instant (UTC ms). */
  putBack(
    id: string,
    owner: string,
    later: { availableAt: number; problem: string },
  ): Promise<void>;
  /** Gives back everything that the owner has in hand. */
  release(owner: string): Promise<void>;
  /** When the next task can be taken up, UTC ms; null when none waits. */
  nextDue(): Promise<number | null>;
  /** All tasks of a notice, by due time, then occasion and place. */
  of(noticeId: string): Promise<OutboxTask[]>;
}
