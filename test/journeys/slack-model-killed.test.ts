import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createAcceleratedClock,
  type LocalSlack,
  startLocalSlack,
} from '../../src/playground/index.ts';
import {
  type ChatServer,
  event,
  sendAnswer,
  sendEvents,
  startChatServer,
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
let service: ChatServer;
let folder: string;
let slack: LocalSlack;
let concord: KillableAssistant;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-killed-'));
  await ingestSmallLibrary(folder);
  // Slack repeats an event after one and after five minutes; here after two and ten seconds.
  slack = await startLocalSlack({ clock: createAcceleratedClock(30), rateLimits: false });
  service = await startChatServer((response, { body }, number) => {
    const whole = honestAnswer(body, claims);
    if (number > 1) sendAnswer(response, whole);
    else sendEvents(response, [event(whole.slice(0, saysUntil(whole)))]);
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
  await concord.kill();
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
  async (_when, until, isTime) => {
    saysUntil = until;
    service.requests.length = 0;
    await concord.start();
    const asked = await slack.actAs('amira').mention('general', lettersQuestion);
    const replies = () => repliesInThread(slack, asked.channel, asked.ts);
    const shown = (): string => replies().map(visibleText).join('\n');
    await expect.poll(() => isTime(shown())).toBe(true);
    await concord.kill();
    await concord.start();
    await expect.poll(shown).toContain('feedback_buttons');
    await expect
      .poll(() => slack.agentThread(asked.channel, asked.ts))
      .toMatchObject({ status: '', sessionStatus: 'active' });
    // By then Slack repeats nothing more, and whoever might have posted a second time has done so.
    await slack.settled(20_000);
    expect(replies()).toHaveLength(1);
    expect(replies()[0]?.stream?.state ?? 'completed').toBe('completed');
    for (const claim of claims) expect(shown().split(claim).length - 1).toBeGreaterThan(0);
    const answers = replies()[0]?.blocks.filter((block) => JSON.stringify(block).includes(letters));
    expect(answers).toHaveLength(1);
    await concord.kill();
    expect(concord.errors).toBe('');
  },
);
