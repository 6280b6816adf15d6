import { expect, test } from 'vitest';
import { describeNoticesBenchmark } from '../../src/bench/notices/describe-notices-benchmark.ts';
import { killSenders } from '../../src/bench/notices/kill-senders.ts';
import type {
  NoticesLoad,
  TakenPost,
  WantedDelivery,
} from '../../src/bench/notices/notices-load.ts';

/** A load whose sender posts all at once, as `change` would have it. */
function createLoad(change: (posts: TakenPost[]) => TakenPost[]): NoticesLoad {
  const posts: TakenPost[] = [];
  let wanted: readonly WantedDelivery[] = [];
  return {
    channels: ['C1', 'C2'],
    threadOf: (channel) => `${channel}-root`,
    plan: async (deliveries) => {
      wanted = deliveries;
    },
    makeTrouble: () => {},
    createSender: () => ({
      async start() {
        if (posts.length > 0) return;
        const all = wanted.map(({ dueAt, ...rest }) => ({ ...rest, at: dueAt, slackAt: dueAt }));
        posts.push(...change(all));
      },
      kill: async () => true,
    }),
    posts,
    counts: () => ({ rateLimited: 3, lookUps: 5 }),
    nextPost: async () => {},
    states: async () => ({ sent: 6 }),
    errors: () => '',
    close: async () => {},
  };
}

const kill = (change: (posts: TakenPost[]) => TakenPost[]) =>
  killSenders(async () => createLoad(change), {
    deliveries: 6,
    channels: 2,
    kills: 2,
    senders: 1,
    database: null,
    forgetHistory: false,
    seed: 1,
    afterwardsMs: 0,
  });

test('what comes once and in time is counted as that', async () => {
  const figures = await kill((posts) => posts);
  expect(figures).toMatchObject({ posts: 6, duplicates: 0, missing: 0, early: 0, open_tasks: 0 });
  expect(figures).toMatchObject({ kills: 3, rate_limited: 3, look_ups: 5 });
});

test('what comes twice, or early, is told of', async () => {
  const figures = await kill(([first, ...others]) =>
    first === undefined ? [] : [first, { ...first, at: first.at - 1 }, ...others],
  );
  expect(figures).toMatchObject({ posts: 7, duplicates: 1, missing: 0, early: 1 });
  const told = describeNoticesBenchmark({ killed: [figures], timed: [] });
  expect(told).toMatch(/1 +yes +3 +6 +2 +7 +1 +0 +1 +0 +3 +5/);
});
