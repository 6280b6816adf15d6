import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKillableSender } from './bench/notices/killable-sender.ts';
import type {
  NoticesLoad,
  NoticesLoadOptions,
  TakenPost,
  WantedDelivery,
} from './bench/notices/notices-load.ts';
import { systemClock } from './clock.ts';
import type { NoticesSenderSettings } from './compose-notices-sender.ts';
import { pause } from './messaging/index.ts';
import {
  addCrowd,
  createAcceleratedClock,
  type Fault,
  startLocalSlack,
} from './playground/index.ts';
import { rateLimitOf } from './playground/web-api/rate-tiers.ts';
import { defaultNoticeTimings } from './slack/notices/notice-worker.ts';
import { defaultTimings } from './slack/timings.ts';
import { openDatabase } from './storage/database.ts';
import { createOutbox } from './storage/outbox.ts';

const script = fileURLToPath(import.meta.resolve('../scripts/send-notices.ts'));
const posting = rateLimitOf('chat.postMessage');
/** What the local Slack lets through. */
export const postingLimits = {
  channel: posting,
  overall: posting.perChannel ? posting.overall : posting,
};
const requestTimeoutMs = 600;
const tasksOfOneNotice = 200;

/** What befalls one call in so many hundred; the others are answered, some a little later. */
const postFaults: readonly (readonly [percent: number, Fault])[] = [
  [4, { status: 429, error: 'ratelimited', retryAfter: 1 }],
  [3, {}],
  [3, { afterEffect: true }],
  [3, { dropConnection: true }],
  [3, { afterEffect: true, dropConnection: true }],
  [2, { delayMs: requestTimeoutMs + 100 }],
];
const lookUpFaults: readonly (readonly [percent: number, Fault])[] = [
  [5, { status: 429, error: 'ratelimited', retryAfter: 1 }],
  [5, {}],
  [3, { dropConnection: true }],
];

/** Starts a local Slack with a crowd of channels, and an outbox for processes that send. */
export async function openNoticesLoad(options: NoticesLoadOptions): Promise<NoticesLoad> {
  const directory = await mkdtemp(join(tmpdir(), 'concord-notices-'));
  const location = options.database ?? join(directory, 'concord.sqlite');
  const slack = await startLocalSlack({ clock: createAcceleratedClock(options.speed) });
  const state = slack.snapshot();
  const crowd = addCrowd(state, { people: 10, channels: options.channels });
  slack.restore(state);
  const threads = new Map<string, string>();
  for (const name of crowd.channels) {
    const { channel, ts } = await slack.actAs(crowd.people[0] ?? '').post(name, 'What is new?');
    threads.set(channel, ts);
  }
  const posts: TakenPost[] = [];
  slack.onMessage(({ channel, ts, text, isFromApp }) => {
    if (!isFromApp) return;
    posts.push({ channel, occasion: text, at: Date.now(), slackAt: Number(ts) * 1_000 });
  });
  const settings = settingsFor(options, { apiUrl: slack.url, botToken: slack.botToken, location });
  let errors = '';

  async function withOutbox<Result>(
    use: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>,
  ): Promise<Result> {
    const database = await openDatabase(location);
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  }

  return {
    channels: [...threads.keys()],
    threadOf: (channel) => threads.get(channel) ?? '',
    posts,
    plan: (deliveries) =>
      withOutbox(async (database) => {
        const outbox = createOutbox(database, systemClock);
        for (let start = 0; start < deliveries.length; start += tasksOfOneNotice) {
          const tasks = deliveries.slice(start, start + tasksOfOneNotice).map(toTask);
          await outbox.add(`notice-${start}`, tasks);
        }
      }),
    makeTrouble(calls, random) {
      const { faults } = slack;
      for (let call = 0; call < calls; call += 1) {
        faults.failNext('chat.postMessage', pick(postFaults, random));
        faults.failNext('conversations.history', pick(lookUpFaults, random));
        faults.failNext('conversations.replies', pick(lookUpFaults, random));
      }
    },
    createSender: () =>
      createKillableSender([script, JSON.stringify(settings)], (text) => {
        errors += text;
      }),
    counts: () => ({
      rateLimited: slack.calls.filter(({ outcome }) => outcome === 'ratelimited').length,
      lookUps: slack.calls.filter(({ method }) => /\.(history|replies)$/.test(method)).length,
    }),
    async nextPost(mostMs) {
      const before = posts.length;
      const end = Date.now() + mostMs;
      while (posts.length === before && Date.now() < end) await pause(1);
    },
    states: () =>
      withOutbox(async ({ db }) => {
        const rows = await db
          .selectFrom('notice_tasks')
          .select(['state', ({ fn }) => fn.countAll<number>().as('tasks')])
          .groupBy('state')
          .execute();
        return Object.fromEntries(rows.map(({ state, tasks }) => [state, Number(tasks)]));
      }),
    errors: () => errors,
    async close() {
      await slack.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const toTask = ({ channel, occasion, dueAt }: WantedDelivery) => ({
  place: channel,
  occasion,
  dueAt,
  uselessAt: null,
});

function pick(faults: readonly (readonly [number, Fault])[], random: () => number): Fault {
  let left = random() * 100;
  for (const [percent, fault] of faults) {
    left -= percent;
    if (left < 0) return fault;
  }
  return { delayMs: random() * 30 };
}

/** As by default, at the pace of the local Slack; hurried, with leases that soon run out. */
function settingsFor(
  { speed, hurried, forgetHistory }: NoticesLoadOptions,
  { apiUrl, botToken, location }: { apiUrl: string; botToken: string; location: string },
): NoticesSenderSettings {
  const { allPosts, postIntervalMs, postBurst } = defaultTimings;
  const { leaseMs, parallel, pollMs, backOffMs } = defaultNoticeTimings;
  return {
    apiUrl,
    botToken,
    database: location,
    forgetHistory,
    requestTimeoutMs: hurried ? requestTimeoutMs : defaultTimings.requestTimeoutMs,
    deliveryLeaseMs: hurried ? 2_000 : defaultTimings.deliveryLeaseMs,
    settleMs: hurried ? 100 : defaultTimings.settleMs,
    channelRate: { intervalMs: postIntervalMs / speed, burst: postBurst },
    overall: { ...allPosts, intervalMs: allPosts.intervalMs / speed },
    worker: hurried
      ? { leaseMs: 2_000, parallel: 8, pollMs: 50, backOffMs: [50, 100, 200, 400] }
      : { leaseMs, parallel, pollMs, backOffMs: [...backOffMs] },
  };
}
