import { expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { composeHealthChecks } from '../src/compose-doctor.ts';
import { readConfig } from '../src/config.ts';
import { ConcordError } from '../src/errors.ts';
import { type HealthFinding, runHealthChecks } from '../src/observability/health-check.ts';
import { type ChatServer, event, sendAnswer, sendError, sendEvents } from './models/chat-server.ts';
import { useChatServer } from './models/use-chat-server.ts';

const startServer = useChatServer();

/** What the check of the model finds, the service being the one given; null for no model. */
async function findModel(server: ChatServer | null): Promise<HealthFinding | undefined> {
  const environment = server && { CHAT_MODEL: 'test-model', OPENAI_BASE_URL: server.url };
  const { checks, close } = composeHealthChecks(
    readConfig({ ...environment }, '/srv'),
    systemClock,
  );
  const only = checks.filter(({ name }) => name === 'model');
  const describe = (error: unknown): string =>
    error instanceof ConcordError ? error.forPeople : String(error);
  const [finding] = await runHealthChecks(only, describe, 5_000).finally(close);
  return finding;
}

test('no model is nothing to mend', async () => {
  expect(await findModel(null)).toMatchObject({ state: 'skipped', fix: null });
});

test('a model that answers in JSON is well', async () => {
  const server = await startServer((response) => {
    const usage = { prompt_tokens: 3, completion_tokens: 2 };
    sendEvents(response, [event('{"ready":true}', 'stop'), { choices: [], usage }]);
    response.end('data: [DONE]\n\n');
  });
  const finding = await findModel(server);
  expect(finding).toMatchObject({ state: 'ok', fix: null });
  expect(finding?.found).toMatch(/^test-model answered in \d+\.\d s$/);
});

test('a service that counts no tokens is said to count none', async () => {
  const server = await startServer((response) => sendAnswer(response, '{"ready":true}'));
  expect(await findModel(server)).toMatchObject({
    state: 'ok',
    found: expect.stringContaining('counts no tokens'),
  });
});

test('a model that answers in words is warned of', async () => {
  const server = await startServer((response) => sendAnswer(response, 'Yes, I am ready.'));
  expect(await findModel(server)).toMatchObject({
    state: 'warning',
    fix: expect.stringContaining('CHAT_OUTPUT'),
  });
});

test('a refused key is named', async () => {
  const server = await startServer((response) => sendError(response, 401, { message: 'no' }));
  expect(await findModel(server)).toMatchObject({
    state: 'failed',
    found: expect.stringContaining('OPENAI_API_KEY'),
    fix: expect.stringContaining('CHAT_MODEL'),
  });
});
