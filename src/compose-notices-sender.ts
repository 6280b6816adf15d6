import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { systemClock } from './clock.ts';
import { createDeliver, createFindPosted, createPacer, pause } from './messaging/index.ts';
import { createOutboxWorker, type OutboxTask, type PrepareTask } from './notices/index.ts';
import { silentLog } from './observability/log.ts';
import { createMessenger } from './slack/web/messenger.ts';
import { createSlackLog } from './slack/web/slack-log.ts';
import { createWebClients } from './slack/web/web-clients.ts';
import { openDatabase } from './storage/database.ts';
import { createDeliveryStore } from './storage/delivery-store.ts';
import { createOutbox } from './storage/outbox.ts';

const rate = z.object({ intervalMs: z.number(), burst: z.number() });

/** What the process is told, as JSON. */
export const noticesSenderSchema = z.object({
  apiUrl: z.string(),
  botToken: z.string(),
  database: z.string(),
  forgetHistory: z.boolean(),
  requestTimeoutMs: z.number(),
  deliveryLeaseMs: z.number(),
  settleMs: z.number(),
  channelRate: rate,
  overall: rate.extend({ reserve: z.number() }),
  worker: z.object({
    leaseMs: z.number(),
    parallel: z.number(),
    pollMs: z.number(),
    backOffMs: z.array(z.number()),
  }),
});
export type NoticesSenderSettings = z.infer<typeof noticesSenderSchema>;

/** Sends what is in an outbox to a local Slack, as Concord does, until the process is ended. */
export async function runNoticesSender(settings: NoticesSenderSettings): Promise<void> {
  const clock = systemClock;
  const log = silentLog;
  const database = await openDatabase(settings.database);
  const clients = createWebClients({
    token: settings.botToken,
    apiUrl: settings.apiUrl,
    logger: createSlackLog(log),
    timeoutMs: settings.requestTimeoutMs,
    ...(settings.forgetHistory ? { fetch: withoutHistory } : {}),
  });
  const messenger = createMessenger(clients, log);
  const { channelRate, overall } = settings;
  const pacer = createPacer({ clock, pause, ...channelRate, overall });
  const delivering = {
    store: createDeliveryStore(database, clock),
    messenger,
    clock,
    pause,
    log,
    leaseMs: settings.deliveryLeaseMs,
  };
  const deliver = createDeliver({
    ...delivering,
    pacer: pacer.yielding,
    settleMs: settings.settleMs,
    mostTries: 4,
  });
  createOutboxWorker({
    ...settings.worker,
    outbox: createOutbox(database, clock),
    prepare,
    deliver,
    findPosted: createFindPosted(delivering),
    messenger,
    clock,
    log,
    owner: randomUUID(),
    graceMs: 1_000,
    lateMs: 60_000,
  }).start();
}

/** Says the occasion in its channel, or in the thread that it names: `reply-3-1700000000.000100`. */
const prepare: PrepareTask = async ({ occasion, place }: OutboxTask) => {
  const thread = /^reply-\d+-(.+)$/.exec(occasion)?.[1] ?? null;
  const text = { type: 'plain_text', text: occasion };
  return {
    kind: 'send',
    place: { channel: place, thread },
    content: { text: occasion, blocks: [{ type: 'section', text }] },
  };
};

/** Finds nothing in the history of what was posted. */
const withoutHistory: typeof fetch = async (input, init) =>
  /conversations\.(history|replies)$/.test(String(input))
    ? Response.json({ ok: true, messages: [] })
    : fetch(input, init);
