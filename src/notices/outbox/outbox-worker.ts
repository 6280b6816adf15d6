import type { Clock } from '../../clock.ts';
import {
  createClaimLoop,
  type Deliver,
  describeError,
  endsWithin,
  type FindPosted,
  type MessageContent,
  MessageRateLimited,
  type MessageReference,
  MessageRejected,
  type Messenger,
  type Place,
} from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { Outbox, OutboxTask, PlannedTask, TaskEnd } from './outbox.ts';

/** What is to become of a task that is due. */
export type TaskOrder =
  /** Say this there. `doubt`: a code for what could not be made sure of, for the author. */
  | { kind: 'send'; place: Place; content: MessageContent; doubt?: string }
  /** Make a message that was sent say this; one that is gone is left alone. `doubt`: as above. */
  | { kind: 'update'; message: MessageReference; content: MessageContent; doubt?: string }
  /** These in its place. */
  | { kind: 'instead'; tasks: PlannedTask[] }
  /** Ask again at this instant, UTC ms. */
  | { kind: 'later'; availableAt: number }
  | { kind: 'skip'; problem: string }
  /** It may not be said there; the author is told, and can have it tried again. */
  | { kind: 'refuse'; problem: string };

/** Says what a task is to say, as its notice stands now. */
export type PrepareTask = (task: OutboxTask, timing: { late: boolean }) => Promise<TaskOrder>;

export interface OutboxWorkerOptions {
  outbox: Outbox;
  prepare: PrepareTask;
  deliver: Deliver;
  /** Finds what a sender posted that died before it could say so. */
  findPosted: FindPosted;
  messenger: Pick<Messenger, 'update'>;
  clock: Clock;
  log: Log;
  /** Of this process; no other has it. */
  owner: string;
  leaseMs: number;
  /** Most tasks in hand at once, each of another place. */
  parallel: number;
  /** Longest time between two looks for tasks that others planned. */
  pollMs: number;
  /** How long `stop` waits for what is in hand before it aborts it. */
  graceMs: number;
  /** How much later than due a message is marked as late. */
  lateMs: number;
  /** Pauses after failures, growing; the last one again and again. */
  backOffMs: readonly number[];
  /**
   * What follows from the end of a task. It is done before the task counts as over, so that a crash
   * has it done again: to do it twice must be as good as once.
   */
  settle?(task: OutboxTask, end: TaskEnd): Promise<void>;
  /** Told when a task is over. */
  onEnd?(task: OutboxTask, end: TaskEnd): void;
}

export interface OutboxWorker {
  start(): void;
  /** Something was planned: look now. */
  wake(): void;
  /** Takes up nothing more, and waits for what is in hand. */
  stop(): Promise<void>;
}

/** Sends what is due: places side by side, each in its order. */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { outbox, clock, log, owner, leaseMs } = options;
  const inHand = new Set<Promise<void>>();
  const stopping = new AbortController();
  const loop = createClaimLoop({
    takeUp: async () => {
      const task = await outbox.claim(owner, leaseMs);
      if (task === null) return false;
      const handled = handle(task).finally(() => {
        inHand.delete(handled);
        loop.wake();
      });
      inHand.add(handled);
      return true;
    },
    hasRoom: () => inHand.size < options.parallel,
    nextDue: () => outbox.nextDue(),
    pollMs: options.pollMs,
    clock,
    log,
    failure: 'outbox-claim-failed',
  });
  let renewal: NodeJS.Timeout | undefined;

  /** Never rejects: what cannot be carried out is put back, or taken up again after its lease. */
  async function handle(task: OutboxTask): Promise<void> {
    try {
      const end = await carryOut(options, task, stopping.signal);
      if (end === null) return;
      await options.settle?.(task, end);
      await outbox.finish(task, owner, end);
      options.onEnd?.(task, end);
    } catch (error) {
      if (stopping.signal.aborted) return;
      const { backOffMs } = options;
      const pause = backOffMs[Math.min(task.failures, backOffMs.length - 1)] ?? 0;
      const wait = error instanceof MessageRateLimited ? error.retryAfterMs : pause;
      const problem = describeError(error);
      log.warn({ task: task.id, notice: task.noticeId, wait_ms: wait, problem }, 'notice-held');
      await outbox
        .putBack(task.id, owner, { availableAt: clock.now() + wait, problem })
        .catch((again: unknown) => {
          log.error({ task: task.id, reason: describeError(again) }, 'notice-not-put-back');
        });
    }
  }

  return {
    start() {
      renewal = setInterval(() => {
        if (inHand.size === 0) return;
        outbox.renew(owner, leaseMs).catch((error: unknown) => {
          log.error({ reason: describeError(error) }, 'lease-renewal-failed');
        });
      }, leaseMs / 3);
      loop.start();
    },
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      if (!(await endsWithin(Promise.all(inHand), options.graceMs))) {
        stopping.abort(new Error('stopping'));
        await Promise.all(inHand);
      }
      clearInterval(renewal);
      await outbox.release(owner);
    },
  };
}

/**
 * Sends a task or finds that there is nothing to send; null when it is not over: others took its
 * place, or it has to wait.
 */
async function carryOut(
  options: OutboxWorkerOptions,
  task: OutboxTask,
  signal: AbortSignal,
): Promise<TaskEnd | null> {
  const { outbox, prepare, deliver, messenger, clock, owner, lateMs } = options;
  const now = clock.now();
  if (task.uselessAt !== null && now >= task.uselessAt) {
    return unlessPosted(options, task, { state: 'skipped', problem: 'too-late' }, signal);
  }
  const order = await prepare(task, { late: now - task.dueAt > lateMs }).catch(refused);
  if (order.kind === 'refuse' || order.kind === 'skip') {
    const state = order.kind === 'skip' ? 'skipped' : 'failed';
    return unlessPosted(options, task, { state, problem: order.problem }, signal);
  }
  if (order.kind === 'later') {
    await outbox.putBack(task.id, owner, { availableAt: order.availableAt, problem: 'not-yet' });
    return null;
  }
  if (order.kind === 'instead') {
    await outbox.replace(task.id, owner, order.tasks);
    return null;
  }
  if (order.kind === 'update') return update(messenger, order);
  const { place, content, doubt } = order;
  const delivery = {
    ...place,
    subject: subjectOf(task.noticeId),
    occasion: task.occasion,
    content,
    answers: null,
  };
  try {
    const messageId = await deliver(delivery, signal);
    const message = { channel: place.channel, messageId };
    return { state: 'sent', message, ...(doubt === undefined ? {} : { doubt }) };
  } catch (error) {
    if (error instanceof MessageRejected) return { state: 'failed', problem: error.reason };
    throw error;
  }
}

/**
 * The end of a task that sends nothing, unless somebody has sent it already and died before they could
 * say so: then it was sent, and is brought up to date like everything that was. A direct conversation
 * is not known by its person's id, and is not looked through.
 */
async function unlessPosted(
  { findPosted }: OutboxWorkerOptions,
  { noticeId, occasion, place }: OutboxTask,
  end: TaskEnd,
  signal: AbortSignal,
): Promise<TaskEnd> {
  const sought = { subject: subjectOf(noticeId), occasion, channel: place };
  const message = await findPosted(sought, signal);
  return message === null ? end : { state: 'sent', message };
}

const subjectOf = (noticeId: string): string => `notice:${noticeId}`;

/** Some places are found not to exist before anything is sent there, as of people who have left. */
function refused(error: unknown): TaskOrder {
  if (error instanceof MessageRejected) return { kind: 'refuse', problem: error.reason };
  throw error;
}

async function update(
  messenger: Pick<Messenger, 'update'>,
  { message, content, doubt }: TaskOrder & { kind: 'update' },
): Promise<TaskEnd> {
  try {
    const isThere = await messenger.update({ ...message, content });
    if (!isThere) return { state: 'skipped', problem: 'message-gone' };
    return { state: 'sent', message, ...(doubt === undefined ? {} : { doubt }) };
  } catch (error) {
    if (error instanceof MessageRejected) return { state: 'failed', problem: error.reason };
    throw error;
  }
}
