import { describe, expect, test } from 'vitest';
import { checkModel } from '../src/compose-model-check.ts';
import { readConfig } from '../src/config.ts';
import { type HealthFinding, runHealthChecks } from '../src/observability/health-check.ts';
import {
  type ChatServer,
  event,
  type ReceivedChat,
  sendAnswer,
  sendError,
  sendEvents,
} from './models/chat-server.ts';
import { useChatServer } from './models/use-chat-server.ts';

const startServer = useChatServer();
const answer = JSON.stringify({ ready: true, numbers: Array.from({ length: 40 }, (_, at) => at) });

/** What is found of the service given; null for no model. */
async function find(
  server: Pick<ChatServer, 'url'> | null,
  more: Record<string, string> = {},
): Promise<HealthFinding | undefined> {
  const environment = server && {
    CHAT_MODEL: 'test-model',
    CHAT_BASE_URL: server.url,
    CHAT_API_KEY: 'secret',
    ...more,
  };
  const { chat } = readConfig({ ...environment }, '/srv');
  const [finding] = await runHealthChecks([checkModel(chat)], String, 5_000);
  return finding;
}

function formatOf({ response_format: format }: ReceivedChat['body']): string {
  return (format as { type: string } | undefined)?.type ?? 'text';
}

/** Streams an answer in pieces, with the tokens it took. */
function sendWell(response: Parameters<typeof sendEvents>[0], text = answer): void {
  const pieces = text.match(/.{1,9}/gs) ?? [];
  const usage = { prompt_tokens: 3, completion_tokens: 2 };
  const events = [...pieces.map((piece) => event(piece)), event(null, 'stop')];
  sendEvents(response, [...events, { choices: [], usage }]);
  response.end('data: [DONE]\n\n');
}

describe('the check of the model', () => {
  test('has nothing to mend without one', async () => {
    expect(await find(null)).toMatchObject({ state: 'skipped', fix: null });
  });

  test('is content with one that streams JSON', async () => {
    const finding = await find(await startServer((response) => sendWell(response)));
    expect(finding).toMatchObject({ state: 'ok', fix: null });
    expect(finding?.found).toMatch(
      /^test-model answered in \d+\.\d s, its first words after \d+\.\d s$/,
    );
  });

  test('tells that tokens are not counted', async () => {
    const server = await startServer((response) => sendAnswer(response, '{"ready":true}'));
    expect(await find(server)).toMatchObject({
      state: 'ok',
      found: expect.stringContaining('counts no tokens'),
    });
  });

  test('sees that an answer comes at once', async () => {
    const server = await startServer((response) => sendAnswer(response, answer));
    expect(await find(server)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('came at once'),
      fix: expect.stringContaining('proxy'),
    });
  });

  test.each([
    ['json_object', 'object'],
    ['text', 'text'],
  ])('names the output that works where schemas are refused: %s', async (taken, output) => {
    const server = await startServer((response, { body }) => {
      if (formatOf(body) === taken) sendWell(response);
      else sendError(response, 400, { message: 'no', param: 'response_format' });
    });
    expect(await find(server)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('no JSON schema'),
      fix: expect.stringContaining(`CHAT_OUTPUT=${output},`),
    });
    expect(await find(server, { CHAT_OUTPUT: output })).toMatchObject({ state: 'ok' });
  });

  test('and where they are taken and not kept to', async () => {
    const server = await startServer((response, { body }) => {
      sendWell(response, formatOf(body) === 'text' ? answer : 'Yes, I am ready.');
    });
    expect(await find(server)).toMatchObject({
      state: 'warning',
      fix: expect.stringContaining('CHAT_OUTPUT=text'),
    });
  });

  test('gives up on a model that speaks in words however it is asked', async () => {
    const server = await startServer((response) => sendAnswer(response, 'Yes, I am ready.'));
    expect(await find(server)).toMatchObject({
      state: 'failed',
      fix: expect.stringContaining('CHAT_MODEL'),
    });
  });

  test('sees that a model thinks too long', async () => {
    const server = await startServer((response) => {
      sendEvents(response, [event('', 'length')]);
      response.end('data: [DONE]\n\n');
    });
    expect(await find(server)).toMatchObject({
      state: 'failed',
      fix: expect.stringContaining('CHAT_THINKING_TOKENS'),
    });
  });

  test('names a key that is refused', async () => {
    const server = await startServer((response) => sendError(response, 401, { message: 'no' }));
    expect(await find(server)).toMatchObject({
      state: 'failed',
      found: 'test-model gave no answer: misconfigured (401)',
      fix: expect.stringContaining('CHAT_API_KEY'),
    });
  });

  test('names the models of a service that does not know this one', async () => {
    const server = await startServer((response, { path }) => {
      if (!path.endsWith('/models')) sendError(response, 404, { message: 'no such model' });
      else {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: [{ id: 'llama3:8b' }, { id: '<script>' }] }));
      }
    });
    expect(await find(server)).toMatchObject({
      state: 'failed',
      fix: expect.stringMatching(/CHAT_MODEL to one of: llama3:8b\.$/),
    });
  });

  test('tells that Azure has no such deployment', async () => {
    const server = await startServer((response) =>
      sendError(response, 404, { message: 'no', code: 'DeploymentNotFound' }),
    );
    expect((await find(server))?.fix).toMatch(/^Azure has no deployment of that name/);
    expect(server.requests).toHaveLength(1);
  });

  test('tells an address that is none of a service', async () => {
    const server = await startServer((response) => sendError(response, 404, { message: 'no' }));
    expect(await find(server)).toMatchObject({
      state: 'failed',
      fix: expect.stringContaining('/v1'),
    });
  });

  test('tells a service that is not there', async () => {
    const server = await startServer(() => {});
    await server.close();
    expect(await find(server)).toMatchObject({
      state: 'failed',
      found: 'test-model gave no answer: unavailable (ECONNREFUSED)',
      fix: expect.stringContaining('CHAT_BASE_URL'),
    });
  });

  test('tells one that is too slow', async () => {
    const server = await startServer(() => {});
    expect(await find(server, { CHAT_TIMEOUT_MS: '1000' })).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('timed-out'),
      fix: expect.stringContaining('CHAT_TIMEOUT_MS'),
    });
  });
});
