import { afterAll, beforeAll, expect, test } from 'vitest';
import { killSenders } from '../../src/bench/notices/kill-senders.ts';
import { timeSending } from '../../src/bench/notices/time-sending.ts';
import { openNoticesLoad, postingLimits } from '../../src/compose-notices-benchmark.ts';
import { type RealPostgres, startRealPostgres } from '../contracts/real-postgres.ts';

let postgres: RealPostgres;

beforeAll(async () => {
  postgres = await startRealPostgres();
}, 60_000);

afterAll(() => postgres.stop());

test('two senders, killed at any moment, bring each message exactly once', async () => {
  const figures = await killSenders(openNoticesLoad, {
    deliveries: 100,
    channels: 24,
    kills: 10,
    senders: 2,
    database: await postgres.createDatabase(),
    forgetHistory: false,
    seed: 20_261_122,
    afterwardsMs: 2_800,
  });
  expect(figures).toMatchObject({ posts: 100, duplicates: 0, missing: 0, early: 0, open_tasks: 0 });
  expect(figures.kills).toBeGreaterThanOrEqual(10);
  expect(figures.look_ups).toBeGreaterThan(0);
}, 120_000);

test('the same shows a sender that does not look before it sends again', async () => {
  const figures = await killSenders(openNoticesLoad, {
    deliveries: 60,
    channels: 24,
    kills: 5,
    senders: 1,
    database: null,
    forgetHistory: true,
    seed: 20_261_122,
    afterwardsMs: 0,
  });
  expect(figures.duplicates).toBeGreaterThan(0);
  expect(figures.missing).toBe(0);
}, 120_000);

// Once more if something else kept the machine busy.
test('few channels get as many messages as Slack allows', {
  retry: 2,
  timeout: 60_000,
}, async () => {
  const figures = await timeSending(openNoticesLoad, {
    deliveries: 200,
    channels: 5,
    speed: 8,
    limits: postingLimits,
  });
  expect(figures.posts).toBe(200);
  expect(figures.share_of_allowed).toBeGreaterThanOrEqual(0.95);
  expect(figures.rate_limited).toBe(0);
});
