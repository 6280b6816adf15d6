import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AskQuestion,
  ExchangeStore,
  FeedbackStore,
  ReportUsage,
} from '../../src/answering/index.ts';
import type { SlackConfig } from '../../src/config.ts';
import type { NoticesConfig } from '../../src/config-notices.ts';
import type { Inbox } from '../../src/messaging/index.ts';
import { type Log, silentLog } from '../../src/observability/log.ts';
import type { Message } from '../../src/playground/index.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import {
  createSlackApp,
  type LibraryView,
  type NoticesInSlack,
  type SlackApp,
  type SlackTimings,
} from '../../src/slack/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import type { Summaries } from '../../src/summaries/index.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { slackStores } from './slack-stores.ts';

/** What Concord may do and is told of in these tests is what its manifest asks for. */
const manifest: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../manifest.json'), 'utf8'),
);

export const quickTimings: Partial<SlackTimings> = {
  postIntervalMs: 0,
  settleMs: 50,
  staffPollMs: 50,
  // Slack's client waits as long for pongs, also on a busy machine.
  reconnectMs: 1_000,
  inbox: {
    parallel: 8,
    leaseMs: 5_000,
    mostFailures: 3,
    mostAttempts: 25,
    mostAgeMs: 60_000,
    backOffMs: 20,
    mostBackOffMs: 100,
    pollMs: 50,
    graceMs: 1_000,
    mostHandleMs: 30_000,
    keepMs: 3_600_000,
  },
  notices: {
    leaseMs: 5_000,
    parallel: 8,
    pollMs: 20,
    graceMs: 1_000,
    lateMs: 10 * 60_000,
    updates: { intervalMs: 0, burst: 1 },
    backOffMs: [20, 100],
  },
};

export interface SlackJourney {
  slack: LocalSlack;
  database: Database;
  inbox: Inbox;
  notices: NoticesInSlack;
  exchanges: ExchangeStore;
  feedback: FeedbackStore;
  app: SlackApp;
  /** HTTP port of the app; null with Socket Mode. */
  port: number | null;
  close(): Promise<void>;
}

export interface SlackJourneyOptions {
  /** What it returns is stored, as the real one stores it. */
  ask: AskQuestion;
  /** It is the real one. */
  storesItself?: boolean;
  /** Default: nothing is summarised. */
  summaries?: Summaries;
  library?: LibraryView;
  rateLimits?: boolean;
  helpChannel?: string;
  staffChannel?: string;
  reportUsage?: ReportUsage;
  timings?: Partial<SlackTimings>;
  leadUserIds?: string[];
  staffUserIds?: string[];
  leadGroups?: string[];
  staffGroups?: string[];
  log?: Log;
  /** How notices are sent, where it differs from what is usual. */
  noticeSettings?: Partial<NoticesConfig>;
  /** Whether it is as late as the local Slack's clock says, which tests advance. */
  bySlackClock?: boolean;
  /** Opened by the caller, and closed by it. Default: one of its own, in memory. */
  database?: Database;
}

/** The real app, connected to a local Slack over Socket Mode, with a database in memory. */
export async function startSlackJourney(options: SlackJourneyOptions): Promise<SlackJourney> {
  const slack = await startLocalSlack({ rateLimits: options.rateLimits ?? false, manifest });
  const database = options.database ?? (await openDatabase(':memory:'));
  const config: SlackConfig = {
    mode: 'socket',
    botToken: slack.botToken,
    appToken: slack.appToken,
    apiUrl: slack.url,
  };
  const clock = options.bySlackClock === true ? slack.clock : { now: () => Date.now() };
  const stores = slackStores(database, clock, options.noticeSettings);
  const { inbox, exchanges } = stores;
  const app = createSlackApp({
    config,
    people: {
      leadUserIds: options.leadUserIds ?? [],
      staffUserIds: options.staffUserIds ?? [],
      leadGroups: options.leadGroups ?? [],
      staffGroups: options.staffGroups ?? [],
    },
    helpChannel: options.helpChannel ?? null,
    staffChannel: options.staffChannel ?? null,
    ask: async (request) => {
      const exchange = await options.ask(request);
      if (options.storesItself !== true) await exchanges.save(exchange);
      return exchange;
    },
    library: options.library ?? createScriptedLibrary(),
    ...stores,
    ...(options.summaries === undefined ? {} : { summaries: options.summaries }),
    keepDays: 365,
    reportUsage: options.reportUsage ?? null,
    clock,
    log: options.log ?? silentLog,
    timings: { ...quickTimings, ...options.timings },
  });
  const { port } = await app.start();
  return {
    slack,
    database,
    inbox,
    notices: stores.notices,
    exchanges,
    feedback: stores.feedback,
    app,
    port,
    async close() {
      await app.stop();
      await slack.close();
      if (options.database === undefined) await database.close();
    },
  };
}

/** Everything of a message that people or their clients see, as one text. */
export function visibleText(message: { text: string; blocks: readonly unknown[] }): string {
  return `${message.text}\n${JSON.stringify(message.blocks)}`.replaceAll('\u00a0', ' ');
}

/** Waits until Slack has delivered everything and the app owes no answer any more. */
export async function untilQuiet(
  { slack, inbox }: Pick<SlackJourney, 'slack' | 'inbox'>,
  mostMs = 5_000,
): Promise<void> {
  const end = Date.now() + mostMs;
  await slack.settled(mostMs);
  while ((await inbox.countOpen()) > 0) {
    if (Date.now() > end) throw new Error(`events are still open after ${mostMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the app wrote in a thread. */
export function repliesInThread(slack: LocalSlack, channel: string, ts: string): Message[] {
  return slack.thread(channel, ts).filter((message) => message.isFromApp);
}
