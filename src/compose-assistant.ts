import type { Clock } from './clock.ts';
import { type OpenLibrary, openLibrary } from './compose.ts';
import { type LocalSlackSettings, openLocalSlack } from './compose-local-slack.ts';
import { composeNotices } from './compose-notices.ts';
import { composeOwnCalendars } from './compose-own-calendars.ts';
import { composeUsage } from './compose-usage.ts';
import type { Config, SlackConfig } from './config.ts';
import { followLibrary } from './follow-library.ts';
import { followNotices } from './follow-notices.ts';
import { forgetOldData } from './forget-old-data.ts';
import {
  type CalendarServer,
  createCalendarFeeds,
  createNoticeLibrary,
  startCalendarServer,
} from './notices/index.ts';
import type { Log } from './observability/log.ts';
import { type LocalSlack, type TerminalOptions, talkInTerminal } from './playground/index.ts';
import { createSlackApp, defaultTimings, openFindPermalink } from './slack/index.ts';
import { createCalendarFeedStore } from './storage/calendar-feed-store.ts';
import { createDeliveryStore } from './storage/delivery-store.ts';
import { createExchangeStore } from './storage/exchange-store.ts';
import { createFeedbackStore } from './storage/feedback-store.ts';
import { createInbox } from './storage/inbox.ts';
import { createOperatorEventStore } from './storage/operator-event-store.ts';
import { createPersonalDataStore } from './storage/personal-data-store.ts';
import { createReportStore } from './storage/report-store.ts';

/** The member of the sample workspace in whose name a terminal writes, and their patience. */
const inTerminal = { person: 'amira', replyTimeoutMs: 30_000 };

/** How soon it is noticed that somebody has set the local Slack's clock. */
const clockLookMs = 10_000;

/** Concord at work in Slack, or in the local one. */
export interface Assistant {
  library: OpenLibrary;
  /** Null when connected to a real workspace. */
  localSlack: {
    driver: LocalSlack;
    /** Lets somebody ask in a terminal, as a member of the local workspace; see `talkInTerminal`. */
    talk(terminal: Pick<TerminalOptions, 'input' | 'output' | 'signal'>): Promise<'quit' | 'ended'>;
  } | null;
  /** Connects to Slack, answers what is waiting there and follows the library from now on. */
  start(): Promise<{ port: number | null }>;
  /** Finishes what is in hand and closes everything. */
  close(): Promise<void>;
}

export interface AssistantOptions {
  /** What time it is; in the local Slack its own clock says so, which people can advance. */
  clock: Clock;
  log: Log;
  /** Called when the workspace has taken Concord's access away. */
  onRevoked?: () => void;
  /** How the local Slack differs from what the configuration says; for tests. */
  localSlack?: LocalSlackSettings;
}

/** Opens the library and, when no Slack is configured, starts the local one. `start` connects. */
export async function openAssistant(
  config: Config,
  { log, onRevoked, ...options }: AssistantOptions,
): Promise<Assistant> {
  const localSlack =
    config.slack === null ? await openLocalSlack(config, options.localSlack) : null;
  const clock = localSlack?.clock ?? options.clock;
  const library = await openLibrary(config, { clock, log }).catch(async (error: unknown) => {
    await localSlack?.close();
    throw error;
  });
  const { database } = library;
  const personalData = createPersonalDataStore(database, clock);
  const closing = new AbortController();
  const connection = config.slack ?? connectionTo(localSlack);
  const notices = composeNotices(config.notices, { database, clock });
  const noticeLibrary = createNoticeLibrary({
    ...notices,
    library: library.store,
    findPermalink: openFindPermalink(connection, log),
    clock,
  });
  const calendars = createCalendarFeeds({
    feeds: createCalendarFeedStore(database.db),
    notices: notices.store,
    audiencesOf: (person) => app.audiencesOf(person),
    clock,
  });
  const app = createSlackApp({
    config: connection,
    people: peopleOf(config),
    helpChannel: config.helpChannel,
    staffChannel: config.staffChannel,
    operatorEvents: createOperatorEventStore(database.db),
    ask: library.ask,
    library: library.view,
    summaries: library.summaries,
    exchanges: createExchangeStore(database.db),
    feedback: createFeedbackStore(database.db),
    personalData,
    notices: { ...notices, ownCalendars: composeOwnCalendars(config.calendar, calendars) },
    keepDays: config.keepDays,
    reportUsage: config.chat === null ? null : composeUsage(config, { database, clock }),
    inbox: createInbox(database, clock),
    deliveries: createDeliveryStore(database, clock),
    clock,
    log,
    timings: { inbox: { ...defaultTimings.inbox, mostHandleMs: longestHandlingMs(config) } },
    ...(onRevoked === undefined ? {} : { onRevoked }),
  });
  let calendarServer: CalendarServer | null = null;
  let running: Promise<unknown> = Promise.resolve();

  return {
    library,
    localSlack: localSlack && {
      driver: localSlack,
      talk: (terminal) => talkInTerminal({ ...terminal, slack: localSlack, ...inTerminal }),
    },
    start: async () => {
      await library.engine.refresh();
      if (config.calendar !== null) {
        const { port } = config.calendar;
        calendarServer = await startCalendarServer(calendars, { port, log });
      }
      const started = await app.start();
      const { signal } = closing;
      running = Promise.all([
        followLibrary(library.engine, {
          intervalMs: config.library.checkIntervalMs,
          afterLook: library.renewSuggestions,
          clock,
          signal,
          log,
        }),
        followNotices(noticeLibrary, {
          intervalMs: config.library.checkIntervalMs,
          signal,
          log,
        }),
        forgetOldData(personalData, {
          keepDays: config.keepDays,
          reports: createReportStore(database, clock),
          clock,
          lookMs: clockLookMs,
          signal,
          log,
        }),
      ]);
      return started;
    },
    close: async () => {
      closing.abort();
      await calendarServer?.close();
      await app.stop();
      await running;
      await localSlack?.close();
      await library.close();
    },
  };
}

/** A summary may take its time with a model; all else is done much sooner. */
function longestHandlingMs({ chat }: Config): number {
  return defaultTimings.inbox.mostHandleMs + (chat?.summaryTimeoutMs ?? 0);
}

/** Where nobody is named, the local Slack's own groups say who is more than a member there. */
function peopleOf({ slack, people }: Config): Config['people'] {
  const isNamed = Object.values(people).some((named) => named.length > 0);
  if (slack !== null || isNamed) return people;
  return { ...people, leadGroups: ['leads'], staffGroups: ['staff'] };
}

function connectionTo(slack: LocalSlack | null): SlackConfig {
  if (slack === null) throw new Error('there is neither a configured nor a local Slack');
  const { botToken, appToken, url } = slack;
  return { mode: 'socket', botToken, appToken, apiUrl: url };
}
