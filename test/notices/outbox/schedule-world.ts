import {
  createDeliver,
  createFindPosted,
  createPacer,
  type Deliver,
  MessageOutcomeUnknown,
  MessengerUnavailable,
} from '../../../src/messaging/index.ts';
import {
  createNotices,
  createOutboxWorker,
  createPrepareTask,
  createSettleTask,
  instantOf,
  type Notice,
  type NoticeMessages,
  type OutboxTask,
  type OutboxWorker,
  type PrepareTask,
  type QuietHours,
} from '../../../src/notices/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import type { Database } from '../../../src/storage/database.ts';
import { createDeliveryStore } from '../../../src/storage/delivery-store.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createMemoryMessenger } from '../../fakes/memory-messenger.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

/** What becomes of one post. */
export type Mishap = 'dies-before' | 'dies-after' | 'unavailable' | 'lost-before' | 'lost-after';

/** A message at the moment at which it is posted. */
export interface Posted {
  task: OutboxTask;
  /** UTC ms. */
  at: number;
  /** The notice as it stands then. */
  notice: Notice;
  late: boolean;
}

export const lateMs = 10 * 60_000;
export const zone = 'Europe/London';
const minuteMs = 60_000;
const nothing = { text: '', blocks: [] };
const messages: NoticeMessages = {
  card: async () => nothing,
  reminder: async () => nothing,
  change: async () => nothing,
  cancellation: async () => nothing,
  promotion: async () => nothing,
  displacement: async () => nothing,
  materials: async () => nothing,
  report: async () => nothing,
};

export type ScheduleWorld = ReturnType<typeof createScheduleWorld>;

/** Notices, their outbox, and processes that send them, die and come back, by a clock that is set. */
export function createScheduleWorld(database: Database, quiet: QuietHours | null, startAt: number) {
  const clock = createTestClock(startAt);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  const messenger = createMemoryMessenger();
  const posted: Posted[] = [];
  const mishaps: Mishap[] = [];
  const dead: (() => void)[] = [];
  let ids = 0;
  let owners = 0;
  const notices = createNotices({
    store,
    clock,
    needsApproval: false,
    quietHours: quiet,
    graceMs: minuteMs,
    newId() {
      ids += 1;
      return `n${ids}`;
    },
    wake: () => {},
  });
  const isPerson = (id: string): boolean => id.startsWith('U');
  const prepareOne = createPrepareTask({
    store,
    outbox,
    messages,
    clock,
    isPerson,
    directConversation: async (person) => `D-${person}`,
    findOutsiders: async () => [],
    lateMs,
  });

  /** A process that sends; once it has died, nothing that it still does takes effect. */
  function createProcess(): { worker: OutboxWorker; hasDied(): boolean } {
    let current: OutboxTask | undefined;
    let isLate = false;
    let hasDied = false;
    const death = Promise.withResolvers<never>();
    death.promise.catch(() => {});
    dead.push(() => death.reject(new Error('dead')));
    const die = (): Promise<never> => {
      hasDied = true;
      return death.promise;
    };
    const prepare: PrepareTask = async (task, timing) => {
      if (hasDied) return death.promise;
      current = task;
      isLate = timing.late;
      return prepareOne(task, timing);
    };
    const post: typeof messenger.post = async (message) => {
      if (hasDied) return death.promise;
      const mishap = current?.occasion.startsWith('report') ? undefined : mishaps.shift();
      if (mishap === 'dies-before') return die();
      if (mishap === 'unavailable') throw new MessengerUnavailable('cut');
      if (mishap === 'lost-before') throw new MessageOutcomeUnknown('cut');
      const id = await messenger.post(message);
      const notice = await store.find(current?.noticeId ?? '');
      if (current !== undefined && notice !== null) {
        posted.push({ task: current, at: clock.now(), notice, late: isLate });
      }
      if (mishap === 'dies-after') return die();
      if (mishap === 'lost-after') throw new MessageOutcomeUnknown('cut');
      return id;
    };
    const common = { clock, pause: clock.pause, log: silentLog };
    const delivering = {
      ...common,
      store: createDeliveryStore(database, clock),
      messenger: { ...messenger, post },
      leaseMs: 30_000,
    };
    const deliver: Deliver = createDeliver({
      ...delivering,
      pacer: createPacer({ ...common, intervalMs: 0 }),
      settleMs: 0,
      mostTries: 3,
    });
    owners += 1;
    const worker = createOutboxWorker({
      outbox,
      prepare,
      settle: createSettleTask({ store, outbox, clock, isPerson, liftEmbargo: async () => {} }),
      deliver,
      findPosted: createFindPosted(delivering),
      messenger,
      clock,
      log: silentLog,
      owner: `process-${owners}`,
      leaseMs: 60_000,
      // One by one, so that what is posted belongs to the task that was prepared last.
      parallel: 1,
      pollMs: 1_000,
      graceMs: 1,
      lateMs,
      backOffMs: [minuteMs],
    });
    return { worker, hasDied: () => hasDied };
  }

  /** Has processes send until nothing more is due; those that die are not waited for. */
  async function run(processes: number): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      const due = await outbox.nextDue();
      if (due === null || due > clock.now()) return;
      const all = Array.from({ length: processes }, createProcess);
      for (const { worker } of all) worker.start();
      await Promise.all(
        all.map(async ({ worker, hasDied }) => {
          const stopped = worker.stop();
          while (!hasDied() && !(await isOver(stopped)));
        }),
      );
    }
    throw new Error('there is always something due');
  }

  return {
    clock,
    store,
    outbox,
    notices,
    posted,
    mishaps,
    run,
    /** Ends what the dead left behind. */
    end: () => {
      for (const bury of dead) bury();
    },
    startOf: ({ details }: Notice): number =>
      details.kind === 'session' ? instantOf(details.start, zone) : 0,
  };
}

async function isOver(work: Promise<unknown>): Promise<boolean> {
  const next = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([work.then(() => true as const), next]);
}
