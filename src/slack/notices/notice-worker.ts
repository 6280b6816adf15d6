import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import {
  type Deliver,
  type DeliveryStore,
  type FindPosted,
  type Messenger,
  pause,
  type Rate,
} from '../../messaging/index.ts';
import {
  createDigestPlanner,
  createOutboxWorker,
  createPrepareTask,
  createSettleTask,
  isDigest,
  type OutboxWorker,
  type OutboxWorkerOptions,
  paceUpdates,
} from '../../notices/index.ts';
import type { Log } from '../../observability/log.ts';
import type { LibraryView } from '../library-view.ts';
import type { SlackDirectory } from '../people/directory.ts';
import type { WebClients } from '../web/web-clients.ts';
import { createDeliverAgain } from './deliver-again.ts';
import { createDigestTasks } from './digest/digest-tasks.ts';
import { createFindOutsiders } from './find-outsiders.ts';
import { createNoticeMessages } from './notice-messages.ts';
import type { NoticesInSlack } from './notices-in-slack.ts';
import { createPacedConversations } from './paced-conversations.ts';
import { createFindPermalink } from './permalinks.ts';

/** How long sending notices may take. Tests make these shorter. */
export type NoticeTimings = Pick<
  OutboxWorkerOptions,
  'leaseMs' | 'parallel' | 'pollMs' | 'graceMs' | 'lateMs' | 'backOffMs'
> & {
  /**
   * How often what was sent is changed, how often a conversation with a person is opened, and how
   * often it is looked up who is in a channel; Slack allows about 50 of the first two a minute, with
   * bursts, and twice as many of the last, of which half are left to those who ask.
   */
  updates: Rate;
};

export const defaultNoticeTimings: NoticeTimings = {
  leaseMs: 30_000,
  // Most of them wait for their turn in a channel.
  parallel: 24,
  pollMs: 1_000,
  graceMs: 8_000,
  lateMs: 10 * 60_000,
  updates: { intervalMs: 1_250, burst: 20 },
  backOffMs: [1_000, 5_000, 30_000, 2 * 60_000, 10 * 60_000],
};

export interface NoticeWorkerParts {
  notices: NoticesInSlack;
  library: LibraryView;
  directory: SlackDirectory;
  clients: WebClients;
  deliver: Deliver;
  findPosted: FindPosted;
  deliveries: DeliveryStore;
  messenger: Messenger;
  timings: NoticeTimings;
  clock: Clock;
  log: Log;
}

/** A message is held up no longer than this to find out who would see it. */
const mostLookMs = 3_000;

/** Whether an id in Slack is that of a person. */
export const isPerson = (id: string): boolean => /^[UW][A-Z0-9]+$/.test(id);

/** Sends notices and digests in Slack when they are due, in this process or beside others. */
export function createNoticeWorker(parts: NoticeWorkerParts): OutboxWorker {
  const { notices, clock, clients, timings, log } = parts;
  const { store, outbox, liftEmbargo } = notices;
  const findPermalink = createFindPermalink(clients);
  const messages = createNoticeMessages({ ...parts, findPermalink });
  const pacing = { clock, rate: timings.updates };
  const conversations = createPacedConversations(clients, pacing);
  const directConversation = (person: string): Promise<string> => conversations.open(person);
  const prepareDigest = createDigestTasks({
    ...parts,
    findPermalink,
    isPerson,
    directConversation,
  });
  const prepareNotice = paceUpdates(
    createPrepareTask({
      store,
      outbox,
      messages,
      clock,
      isPerson,
      directConversation,
      findOutsiders: createFindOutsiders({
        ...parts,
        isPerson,
        rate: timings.updates,
        mostMs: mostLookMs,
      }),
      lateMs: timings.lateMs,
    }),
    pacing,
  );
  const worker = createOutboxWorker({
    ...timings,
    outbox,
    prepare: (task, timing) =>
      isDigest(task.noticeId) ? prepareDigest(task, timing) : prepareNotice(task, timing),
    settle: createSettleTask({ store, outbox, clock, isPerson, liftEmbargo }),
    deliver: createDeliverAgain(parts),
    findPosted: parts.findPosted,
    messenger: parts.messenger,
    clock,
    log,
    owner: randomUUID(),
    onEnd: ({ noticeId, place }, end) => {
      // A notice has an author who is told.
      if (end.state !== 'failed' || !isDigest(noticeId)) return;
      log.warn({ digest: noticeId, place, problem: end.problem }, 'digest-not-sent');
    },
  });
  const digests = createDigestPlanner({
    outbox,
    settings: notices.settings.digest,
    clock,
    pause,
    pollMs: timings.pollMs,
    log,
  });
  notices.onPlanned(() => worker.wake());
  return {
    start() {
      digests.start();
      worker.start();
    },
    wake: () => worker.wake(),
    async stop() {
      await digests.stop();
      await worker.stop();
    },
  };
}
