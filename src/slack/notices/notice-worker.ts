import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Deliver, DeliveryStore, Messenger, Rate } from '../../messaging/index.ts';
import {
  createOutboxWorker,
  createPrepareTask,
  createSettleTask,
  type OutboxWorker,
  type OutboxWorkerOptions,
  paceUpdates,
} from '../../notices/index.ts';
import type { Log } from '../../observability/log.ts';
import type { Directory } from '../../people/index.ts';
import type { LibraryView } from '../library-view.ts';
import type { WebClients } from '../web/web-clients.ts';
import { createDeliverAgain } from './deliver-again.ts';
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
   * How often what was sent is changed, and how often a conversation with a person is opened; Slack
   * allows about 50 of each a minute, with bursts.
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
  directory: Directory;
  clients: WebClients;
  deliver: Deliver;
  deliveries: DeliveryStore;
  messenger: Messenger;
  timings: NoticeTimings;
  clock: Clock;
  log: Log;
}

/** Whether an id in Slack is that of a person. */
export const isPerson = (id: string): boolean => /^[UW][A-Z0-9]+$/.test(id);

/** Sends notices in Slack when they are due, in this process or beside others. */
export function createNoticeWorker(parts: NoticeWorkerParts): OutboxWorker {
  const { notices, clock, clients, timings } = parts;
  const { store, outbox, liftEmbargo } = notices;
  const messages = createNoticeMessages({ ...parts, findPermalink: createFindPermalink(clients) });
  const pacing = { clock, rate: timings.updates };
  const conversations = createPacedConversations(clients, pacing);
  const worker = createOutboxWorker({
    ...timings,
    outbox,
    prepare: paceUpdates(
      createPrepareTask({
        store,
        outbox,
        messages,
        clock,
        isPerson,
        directConversation: (person) => conversations.open(person),
      }),
      pacing,
    ),
    settle: createSettleTask({ store, outbox, clock, isPerson, liftEmbargo }),
    deliver: createDeliverAgain(parts),
    messenger: parts.messenger,
    clock,
    log: parts.log,
    owner: randomUUID(),
  });
  notices.onPlanned(() => worker.wake());
  return worker;
}
