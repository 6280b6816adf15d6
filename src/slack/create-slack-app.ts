import { randomUUID } from 'node:crypto';
import { App } from '@slack/bolt';
import type { AskQuestion, ExchangeStore, FeedbackStore, ReportUsage } from '../answering/index.ts';
import type { Clock } from '../clock.ts';
import type { SlackConfig } from '../config.ts';
import {
  createDeliver,
  createInboxWorker,
  createPacer,
  createReplies,
  createStreamBudget,
  type DeliveryStore,
  type Inbox,
  type InboxWorker,
  type Pause,
  pause as realPause,
} from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import type { OperatorEventStore } from '../observability/operator-event.ts';
import type { PersonalDataStore } from '../people/index.ts';
import { createApologise } from './apologise.ts';
import { createAsking } from './asking/asking.ts';
import { createConcernsUs } from './incoming/concerns-us.ts';
import { installIntake } from './incoming/intake.ts';
import { judgeError } from './judge-error.ts';
import type { LibraryView } from './library-view.ts';
import { registerListeners } from './listeners/index.ts';
import { createSlackDirectory, type RankedPeople } from './people/directory.ts';
import { createStaffTeller, type StaffTeller } from './staff/staff-teller.ts';
import { createTellStaff } from './staff/tell-staff.ts';
import { defaultTimings, type SlackTimings } from './timings.ts';
import { toConnectionError } from './web/connection-error.ts';
import { fetchIdentity } from './web/identity.ts';
import { createMessenger } from './web/messenger.ts';
import { createReceiver, startReceiver } from './web/receiver.ts';
import { createRespond } from './web/response-address.ts';
import { createSlackLog } from './web/slack-log.ts';
import { createWebClients, readingOptions, type WebClientSettings } from './web/web-clients.ts';

export interface SlackAppOptions {
  config: SlackConfig;
  /** Slack user ids of leads and staff. */
  people: RankedPeople;
  /** Id or name of the channel where people answer; null when there is none. */
  helpChannel: string | null;
  /** Id of the channel in which staff are told what concerns them; null to tell each alone. */
  staffChannel: string | null;
  operatorEvents: OperatorEventStore;
  ask: AskQuestion;
  library: LibraryView;
  exchanges: ExchangeStore;
  feedback: FeedbackStore;
  personalData: PersonalDataStore;
  /** Days that exchanges and feedback are kept. */
  keepDays: number;
  /** What the language model is used for and costs, for staff; null without one. */
  reportUsage: ReportUsage | null;
  inbox: Inbox;
  deliveries: DeliveryStore;
  clock: Clock;
  log: Log;
  pause?: Pause;
  timings?: Partial<SlackTimings>;
  /** In place of the global `fetch`, for a proxy. */
  fetch?: typeof fetch;
  /** Access to the workspace was taken away. */
  onRevoked?(): void;
}

export interface SlackApp {
  /**
   * Connects and takes up what was left unanswered.
   *
   * @returns the port of the HTTP receiver; null with Socket Mode.
   * @throws {ConcordError} `slack-not-connected` with what to do about it.
   */
  start(): Promise<{ port: number | null }>;
  /** Takes in nothing more, finishes what is in hand, hands back what does not end in time. */
  stop(): Promise<void>;
}

/** Concord in Slack. Nothing is opened before `start`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  let running: { app: App; worker: InboxWorker; teller: StaffTeller } | null = null;
  return {
    async start() {
      const built = await build(options);
      const port = await startReceiver(built.receiver, options.config);
      running = built;
      built.worker.start();
      built.teller.start();
      return { port };
    },
    async stop() {
      const stopping = running;
      running = null;
      if (stopping === null) return;
      await stopping.app.stop().catch(() => {});
      await Promise.all([stopping.worker.stop(), stopping.teller.stop()]);
    },
  };
}

async function build(options: SlackAppOptions) {
  const { config, inbox, deliveries, clock, log, helpChannel } = options;
  const pause = options.pause ?? realPause;
  const timings = { ...defaultTimings, ...options.timings };
  const logger = createSlackLog(log);
  const web: WebClientSettings = {
    token: config.botToken,
    apiUrl: config.apiUrl,
    logger,
    timeoutMs: timings.requestTimeoutMs,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  };
  const clients = createWebClients(web);
  const identity = await fetchIdentity(clients.reading);
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
  const replies = createReplies({ ...delivering, deliver, budget, rolloverMs: timings.rolloverMs });
  const directory = createSlackDirectory({
    client: clients.reading,
    people: options.people,
    ownWorkspace: identity,
    clock,
    log,
  });
  const receiver = createReceiver({
    config,
    web,
    clock,
    logger,
    checkHealth: async () => void (await inbox.countOpen()),
    reconnectMs: timings.reconnectMs,
    onLost: (reason) => {
      log.error({ code: toConnectionError(reason, 'SLACK_APP_TOKEN').details.code }, 'socket-lost');
      options.onRevoked?.();
    },
  });
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: config.botToken,
      botId: identity.botId,
      botUserId: identity.botUserId,
      teamId: identity.teamId,
    }),
    clientOptions: readingOptions(web),
    convoStore: false,
    logger,
  });
  app.error(async (error) => {
    // Bolt wraps what a listener throws in an error of its own, whose name and stack say nothing.
    throw error.original ?? error;
  });
  const ownUser = identity.botUserId;
  const onStored = (): void => worker.wake();
  const intake = installIntake({
    app,
    inbox,
    ownUser,
    concernsUs: createConcernsUs({ inbox, deliveries }),
    requestStop: (conversation) => worker.requestStop(conversation),
    onStored,
    log,
  });
  const { ask, library, exchanges, feedback, personalData, keepDays, reportUsage } = options;
  const asking = createAsking({
    ask,
    library,
    exchanges,
    directory,
    messenger,
    replies,
    deliver,
    deliveries,
    respond: createRespond({ ...web, timeoutMs: timings.requestTimeoutMs }),
    clients,
    inbox,
    onStored,
    helpChannel,
    ownUser,
    clock,
    log,
  });
  registerListeners({
    app,
    asking,
    takesPart: deliveries.wroteInThread,
    library,
    exchanges,
    feedback,
    personalData,
    keepDays,
    reportUsage,
    clock,
    clients,
    helpChannel,
    directory,
    ownUser,
    log,
    onRevoked: () => options.onRevoked?.(),
  });
  const worker = createInboxWorker({
    ...timings.inbox,
    inbox,
    handle: intake.process,
    apologise: createApologise({
      ...asking,
      deliver,
      deliveries,
      replies,
      helpChannel,
      ownUser,
      log,
    }),
    judge: judgeError,
    clock,
    log,
    owner: randomUUID(),
  });
  const { directConversations } = asking;
  const { findStaff } = directory;
  const { staffChannel, operatorEvents: events } = options;
  const tell = createTellStaff({ deliver, directConversations, staffChannel, findStaff, log });
  const teller = createStaffTeller({ events, tell, pause, pollMs: timings.staffPollMs, log });
  return { app, receiver, worker, teller };
}
