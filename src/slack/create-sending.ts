import type { Clock } from '../clock.ts';
import {
  createDeliver,
  createFindPosted,
  createPacer,
  createReplies,
  createStreamBudget,
  type Deliver,
  type DeliveryStore,
  type Messenger,
  type Pause,
  type Replies,
} from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import type { SlackTimings } from './timings.ts';
import { createMessenger } from './web/messenger.ts';
import type { WebClients } from './web/web-clients.ts';

export interface SendingParts {
  clients: WebClients;
  deliveries: DeliveryStore;
  timings: SlackTimings;
  clock: Clock;
  pause: Pause;
  log: Log;
}

/** The ways in which messages leave for Slack, all at one pace. */
export interface Sending {
  messenger: Messenger;
  deliver: Deliver;
  /** For a notice to many channels: people who wait for an answer come before it. */
  deliverYielding: Deliver;
  findPosted: ReturnType<typeof createFindPosted>;
  replies: Replies;
}

export function createSending(parts: SendingParts): Sending {
  const { clients, deliveries, timings, clock, pause, log } = parts;
  const messenger = createMessenger(clients, log);
  const delivering = {
    store: deliveries,
    messenger,
    pacer: createPacer({
      clock,
      pause,
      intervalMs: timings.postIntervalMs,
      burst: timings.postBurst,
      overall: timings.allPosts,
    }),
    clock,
    pause,
    log,
    leaseMs: timings.deliveryLeaseMs,
    settleMs: timings.settleMs,
    mostTries: 4,
  };
  const deliver = createDeliver(delivering);
  const budget = createStreamBudget({ clock, perMinute: timings.streamsPerMinute });
  return {
    messenger,
    deliver,
    deliverYielding: createDeliver({ ...delivering, pacer: delivering.pacer.yielding }),
    findPosted: createFindPosted(delivering),
    replies: createReplies({ ...delivering, deliver, budget, rolloverMs: timings.rolloverMs }),
  };
}
