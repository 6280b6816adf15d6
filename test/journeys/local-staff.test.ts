import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openAssistant } from '../../src/compose-assistant.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import type { LocalSlack } from '../../src/playground/index.ts';
import { runConcord } from '../commands/run-concord.ts';
import { event, sendError, sendEvents, startChatServer } from '../models/chat-server.ts';

let folder: string;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-staff-'));
  await writeFile(join(folder, 'values.md'), '# Values\n\nSuccess is judged by outcomes.\n');
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await rm(folder, { recursive: true });
});

type Answer = Parameters<typeof startChatServer>[0];

const refuse: Answer = (response) =>
  sendError(response, 401, { message: 'no', code: 'invalid_api_key' });

/** Finds nothing, for twelve tokens. */
const findNothing: Answer = (response) => {
  const usage = { prompt_tokens: 10, completion_tokens: 2 };
  sendEvents(response, [event('{"claims": []}'), event(null, 'stop'), { choices: [], usage }]);
  response.end('data: [DONE]\n\n');
};

/** Everything as `npm start` has it, with a model whose service answers so. */
async function start(answer: Answer, environment: Record<string, string> = {}) {
  const server = await startChatServer(answer);
  closing.push(() => server.close());
  const all = {
    DATA_DIR: join(folder, 'data'),
    LIBRARY_DIRS: folder,
    PLAYGROUND_PORT: '0',
    CHAT_MODEL: 'small',
    CHAT_BASE_URL: server.url,
    CHAT_API_KEY: 'wrong',
    ...environment,
  };
  const assistant = await openAssistant(readConfig(all, folder), {
    clock: systemClock,
    log: silentLog,
  });
  closing.push(() => assistant.close());
  await assistant.library.ingest();
  await assistant.start();
  if (assistant.localSlack === null) throw new Error('no local Slack was started');
  return { slack: assistant.localSlack.driver, environment: all };
}

function toldIn(slack: LocalSlack, channel: string): string[] {
  return slack
    .messages(channel)
    .filter(({ isFromApp }) => isFromApp)
    .map(({ text }) => text);
}

describe('Concord with a local Slack', { timeout: 60_000 }, () => {
  test('takes its groups of leads and staff, and tells staff of a refused key', async () => {
    const { slack } = await start(refuse);
    const amira = slack.actAs('amira');
    await amira.directMessage('How is success judged?');
    const sofia = slack.actAs('sofia').directMessageChannel;
    await expect
      .poll(() => toldIn(slack, sofia).join('\n'), { timeout: 30_000 })
      .toMatch(/refuses what Concord asks.*Check CHAT_API_KEY.*401 invalid_api_key/);
    expect(toldIn(slack, amira.directMessageChannel).join('\n')).not.toContain('CHAT_API_KEY');
    for (const [person, isStaff] of [
      ['sofia', true],
      ['leo', false],
    ] as const) {
      await slack.actAs(person).openHome();
      const home = () => JSON.stringify(slack.actAs(person).home?.blocks ?? '');
      await expect.poll(home).toContain(isStaff ? 'You are *staff*' : 'You are a *lead*');
      expect(home().includes('Language model this month')).toBe(isStaff);
    }
  });

  test('tells staff when the budget is nearly spent, and spent; people see the note', async () => {
    const { slack } = await start(findNothing, { BUDGET_WORKSPACE_MONTH_TOKENS: '100' });
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const usedUp = 'The budget for the language model is used up until';
    const answers = () => toldIn(slack, channel);
    for (let asked = 1; asked < 20 && answers().at(-1)?.includes(usedUp) !== true; asked += 1) {
      await amira.directMessage(`How is success judged in case ${asked}?`);
      await expect.poll(() => answers().length, { timeout: 30_000 }).toBe(asked);
    }
    expect(answers().at(-1)).toContain(usedUp);
    const sofia = slack.actAs('sofia').directMessageChannel;
    await expect.poll(() => toldIn(slack, sofia).length, { timeout: 30_000 }).toBe(2);
    const [nearly, spent] = toldIn(slack, sofia);
    expect(nearly).toContain('More than 80% of the language model’s budget');
    expect(nearly).toContain('of 100 tokens');
    expect(spent).toMatch(/is spent.*Until 1 \w+ \d{4} \(UTC\) answers are sentences taken/);
  });

  test('takes those who are named instead', async () => {
    const { slack } = await start(refuse, { SLACK_LEAD_USERS: 'U0AMIRA0000' });
    await slack.actAs('sofia').openHome();
    const home = () => JSON.stringify(slack.actAs('sofia').home?.blocks ?? '');
    await expect.poll(home).toContain('You are a *member*');
  });

  test('tells in the channel of staff what a command has found, which prints it, too', async () => {
    const { slack, environment } = await start(refuse, { SLACK_STAFF_CHANNEL: 'C0LEADS0000' });
    const { status, stdout, stderr } = await runConcord(
      ['ask', 'How is success judged?'],
      environment,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Success is judged by outcomes.');
    expect(stderr).toContain('The service of the language model small refuses what Concord asks.');
    expect(stderr).toContain('Check CHAT_API_KEY');
    await expect
      .poll(() => toldIn(slack, 'C0LEADS0000').join('\n'), { timeout: 30_000 })
      .toContain('refuses what Concord asks');
  });
});
