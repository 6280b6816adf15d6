import { randomUUID } from 'node:crypto';
import { App } from '@slack/bolt';
import { createInboxWorker, pause as realPause } from '../messaging/index.ts';
import { createApologise } from './apologise.ts';
import { createAsking } from './asking/asking.ts';
import { createSending } from './create-sending.ts';
import { problemsIn } from './incoming/asked-in-modal.ts';
import { createConcernsUs } from './incoming/concerns-us.ts';
import { installIntake } from './incoming/intake.ts';
import { judgeError } from './judge-error.ts';
import { registerListeners } from './listeners/index.ts';
import { createComposing } from './notices/composing/composing.ts';
import { createNoticeWorker } from './notices/notice-worker.ts';
import { audiencesOf } from './people/audiences-of.ts';
import { createSlackDirectory } from './people/directory.ts';
import { createReporting } from './reports/reporting.ts';
import type { SlackApp } from './slack-app.ts';
import type { SlackAppOptions } from './slack-app-options.ts';
import { createStaffTeller } from './staff/staff-teller.ts';
import { createTellStaff } from './staff/tell-staff.ts';
import { defaultTimings } from './timings.ts';
import { createDownloadFile } from './uploads/download-file.ts';
import { createUploads } from './uploads/uploads.ts';
import { toConnectionError } from './web/connection-error.ts';
import { fetchIdentity } from './web/identity.ts';
import { createReceiver, startReceiver } from './web/receiver.ts';
import { createRespond } from './web/response-address.ts';
import { createSlackLog } from './web/slack-log.ts';
import { createWebClients, readingOptions, type WebClientSettings } from './web/web-clients.ts';

/** Concord in Slack. Nothing is opened before `start`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  let running: Awaited<ReturnType<typeof build>> | null = null;
  return {
    async start() {
      const built = await build(options);
      const port = await startReceiver(built.receiver, options.config);
      running = built;
      built.worker.start();
      built.teller.start();
      built.noticeWorker.start();
      built.composing.start();
      return { port };
    },
    async audiencesOf(person) {
      if (running === null) throw new Error('Concord is not connected to Slack');
      return audiencesOf(running.directory, person);
    },
    async stop() {
      const stopping = running;
      running = null;
      if (stopping === null) return;
      await stopping.app.stop().catch(() => {});
      const { worker, teller, noticeWorker, composing } = stopping;
      await Promise.all([worker, teller, noticeWorker, composing].map((one) => one.stop()));
    },
  };
}

async function build(options: SlackAppOptions) {
  const { config, inbox, deliveries, clock, log, helpChannel, reportUsage } = options;
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
  const sending = createSending({ clients, deliveries, timings, clock, pause, log });
  const { messenger, deliver, replies } = sending;
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
    problemsIn: async (owed) =>
      owed.kind === 'modal' ? problemsIn(owed.asked) : reporting.problemsIn(owed),
    requestStop: (conversation) => worker.requestStop(conversation),
    onStored,
    log,
  });
  const { ask, library, exchanges, feedback, personalData, notices, keepDays } = options;
  const asking = createAsking({
    ask,
    summaries: options.summaries,
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
  const { directConversations } = asking;
  const reporting = createReporting({
    summaries: options.summaries,
    asking,
    library,
    directory,
    messenger,
    replies,
    deliver,
    deliveries,
    inbox,
    onStored,
    ownUser,
    clock,
  });
  const uploads = createUploads({
    summaries: options.summaries,
    reporting,
    asking,
    directory,
    replies,
    deliver,
    deliveries,
    download: createDownloadFile({ ...web, timeoutMs: timings.fileTimeoutMs }),
    client: clients.reading,
    inbox,
    onStored,
    keepDays,
    hasModel: reportUsage !== null,
  });
  const { staffChannel, operatorEvents: events } = options;
  const composing = createComposing({
    notices,
    library,
    summaries: options.summaries,
    directory,
    directConversations,
    clients,
    deliver,
    deliveries,
    messenger,
    staffChannel,
    pause,
    pollMs: timings.staffPollMs,
    clock,
    log,
  });
  registerListeners({
    app,
    asking,
    composing,
    summaries: options.summaries,
    deliveries,
    reporting,
    uploads,
    takesPart: deliveries.wroteInThread,
    library,
    exchanges,
    feedback,
    personalData,
    notices,
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
  const { findStaff } = directory;
  const tell = createTellStaff({ deliver, directConversations, staffChannel, findStaff, log });
  const teller = createStaffTeller({ events, tell, pause, pollMs: timings.staffPollMs, log });
  const noticeWorker = createNoticeWorker({
    notices,
    library,
    directory,
    clients,
    deliver: sending.deliverYielding,
    findPosted: sending.findPosted,
    deliveries,
    messenger,
    timings: timings.notices,
    clock,
    log,
  });
  return { app, receiver, directory, worker, teller, noticeWorker, composing };
}
