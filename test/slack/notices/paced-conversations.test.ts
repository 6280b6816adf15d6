import { afterEach, expect, test } from 'vitest';
import { MessageRateLimited } from '../../../src/messaging/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { type LocalSlack, startLocalSlack } from '../../../src/playground/index.ts';
import { createPacedConversations } from '../../../src/slack/notices/paced-conversations.ts';
import { createSlackLog } from '../../../src/slack/web/slack-log.ts';
import { createWebClients } from '../../../src/slack/web/web-clients.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const slacks: LocalSlack[] = [];
afterEach(async () => {
  for (const slack of slacks.splice(0)) await slack.close();
});

test('conversations with many people are opened one after the other, and once each', async () => {
  const slack = await startLocalSlack();
  slacks.push(slack);
  const clients = createWebClients({
    token: slack.botToken,
    apiUrl: slack.url,
    logger: createSlackLog(silentLog),
    timeoutMs: 5_000,
  });
  const clock = createTestClock();
  const rate = { intervalMs: 1_000, burst: 1 };
  const conversations = createPacedConversations(clients, { clock, rate });
  const [amira = '', tom = '', leo = ''] = ['amira', 'tom', 'leo'].map(
    (name) => slack.actAs(name).userId,
  );
  const waitFor = (person: string) =>
    conversations.open(person).then(
      () => 0,
      (error: unknown) => (error instanceof MessageRateLimited ? error.retryAfterMs : error),
    );
  expect([await waitFor(amira), await waitFor(tom), await waitFor(leo)]).toEqual([0, 1_000, 2_000]);
  expect(await waitFor(amira)).toBe(0);
  clock.advance(1_000);
  expect([await waitFor(leo), await waitFor(tom)]).toEqual([1_000, 0]);
  slack.faults.failNext('conversations.open', {
    status: 429,
    error: 'ratelimited',
    retryAfter: 7,
  });
  clock.advance(1_000);
  expect(await waitFor(leo)).toBe(7_000);
  expect(slack.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(3);
});
