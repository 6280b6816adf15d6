import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import {
  type ChatServer,
  event,
  sendAnswer,
  sendEvents,
  startChatServer,
  until,
} from '../models/chat-server.ts';
import { KillableAssistant } from './killable-assistant.ts';
import { honestAnswer } from './model-answers.ts';
import {
  environmentIn,
  ingestSmallLibrary,
  letters,
  lettersQuestion,
  pharmacists,
  sameDay,
} from './model-journey.ts';
import { repliesInThread, visibleText } from './slack-journey.ts';

const claims = [letters, sameDay, pharmacists];
/** How much the model says before it is silent; all of it from the second request on. */
let saysUntil: (whole: string) => number;
/** How often a status was set before the assistant was killed. */
let statusesBefore = 0;
let service: ChatServer;
let folder: string;
let slack: LocalSlack;
let concord: KillableAssistant;

const statuses = (): unknown[] =>
  slack.calls
    .filter(({ method }) => method === 'assistant.threads.setStatus')
    .slice(statusesBefore)
    .map((call) => call.arguments.status);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-killed-'));
  await ingestSmallLibrary(folder);
  slack = await startLocalSlack({ rateLimits: false });
  service = await startChatServer(async (response, { body }, number) => {
    const whole = honestAnswer(body, claims);
    if (number === 1) {
      sendEvents(response, [event(whole.slice(0, saysUntil(whole)))]);
      return;
    }
    // The status of the second life stands by then, which no new message takes away.
    await until(() => statuses().includes('Reading 2 publications…'));
    sendAnswer(response, whole);
  });
  const environment = {
    ...environmentIn(folder),
    CHAT_MODEL: 'test-model',
    CHAT_BASE_URL: service.url,
    CHAT_API_KEY: 'test-key',
    CHAT_CACHE: 'false',
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
  };
  concord = new KillableAssistant({ environment, forgetHistory: false }, join(folder, 'compiled'));
}, 30_000);

afterAll(async () => {
  await slack.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['before its first claim', () => 0, () => service.requests.length === 1],
  [
    'after its first claim',
    (whole: string) => whole.indexOf(sameDay),
    (shown: string) => shown.includes(letters),
  ],
  [
    'before it says that it has ended',
    (whole: string) => whole.length,
    (shown: string) => shown.includes(pharmacists),
  ],
])(
  'killed while a model writes, %s, a question is answered exactly once',
  async (_when, end, isTime) => {
    saysUntil = end;
    statusesBefore = 0;
    service.requests.length = 0;
    await concord.start();
    const asked = await slack.actAs('amira').mention('general', lettersQuestion);
    const replies = () => repliesInThread(slack, asked.channel, asked.ts);
    const shown = (): string => replies().map(visibleText).join('\n');
    await expect.poll(() => isTime(shown())).toBe(true);
    await concord.kill();
    statusesBefore = statuses().length;
    await concord.start();
    await expect.poll(shown).toContain('feedback_buttons');
    await expect
      .poll(() => slack.agentThread(asked.channel, asked.ts))
      .toMatchObject({ status: '', sessionStatus: 'active' });
    await slack.settled(20_000);
    expect(replies()).toHaveLength(1);
    expect(replies()[0]?.stream?.state ?? 'completed').toBe('completed');
    for (const claim of claims) expect(shown().split(claim).length - 1).toBeGreaterThan(0);
    const answers = replies()[0]?.blocks.filter((block) => JSON.stringify(block).includes(letters));
    expect(answers).toHaveLength(1);
    expect(concord.errors).toBe('');
  },
  60_000,
);
