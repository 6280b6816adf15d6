import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ChatModelError } from '../../src/prompting/index.ts';
import { chatModel, chatRequest, hear, secretQuestion } from './chat-requests.ts';
import { event, sendAnswer, sendError, sendEvents, until } from './chat-server.ts';
import { useChatServer } from './use-chat-server.ts';

const startServer = useChatServer();

describe('failures of a model', () => {
  test.each([
    [401, 'invalid_api_key', 'misconfigured', 'OPENAI_API_KEY'],
    [403, null, 'misconfigured', 'OPENAI_API_KEY'],
    [404, 'model_not_found', 'misconfigured', 'CHAT_MODEL'],
    [429, 'insufficient_quota', 'misconfigured', 'OPENAI_API_KEY'],
    [400, 'context_length_exceeded', 'misconfigured', 'CHAT_MODEL'],
    [413, null, 'misconfigured', 'CHAT_MODEL'],
  ])('status %i %s is not tried again: %s, %s', async (status, code, failure, variable) => {
    const server = await startServer((response) => {
      sendError(response, status, { message: `no: ${secretQuestion}`, code });
    });
    const { error } = await hear(chatModel(server.url));
    expect(error).toBeInstanceOf(ChatModelError);
    expect(error).toMatchObject({ code: 'chat-model-failed', failure });
    expect((error as ChatModelError).forPeople).toContain(variable);
    expect(inspect(error, { depth: 10 })).not.toContain('walrus');
    expect(server.requests).toHaveLength(1);
  });

  test('a code that is no code is left out of the error', async () => {
    const server = await startServer((response) => {
      sendError(response, 401, { message: 'no', code: secretQuestion });
    });
    const { error } = await hear(chatModel(server.url));
    expect((error as ChatModelError).details.reason).toBe('401');
  });

  test('Retry-After in milliseconds, seconds or as a date is kept to', async () => {
    const headers: Record<string, string>[] = [
      { 'retry-after-ms': '150' },
      { 'retry-after': '0.15' },
      { 'retry-after': new Date(0).toUTCString() },
    ];
    const times: number[] = [];
    const server = await startServer((response, _, number) => {
      times.push(performance.now());
      const header = headers[number - 1];
      if (header) sendError(response, 429, { message: 'slow' }, header);
      else sendAnswer(response, '{"a":"b"}');
    });
    expect((await hear(chatModel(server.url, { firstPauseMs: 20_000 }))).text).toBe('{"a":"b"}');
    const waits = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(145);
    expect(waits[1]).toBeGreaterThanOrEqual(145);
    expect(waits[2]).toBeLessThan(2_000);
  });

  test('a service that is not there is unavailable', async () => {
    const server = await startServer(() => {});
    const { url } = server;
    await server.close();
    const { error } = await hear(chatModel(url));
    expect(error).toMatchObject({ failure: 'unavailable', details: { reason: 'ECONNREFUSED' } });
    expect((error as ChatModelError).forPeople).toContain('OPENAI_BASE_URL');
  });

  test('an error that comes as an event is tried again before text, and cuts off after it', async () => {
    const server = await startServer((response, _, number) => {
      if (number > 1) sendEvents(response, [event('{"a":')]);
      sendEvents(response, [{ error: { message: secretQuestion, type: 'server_error' } }]);
      response.end();
    });
    const { text, error } = await hear(chatModel(server.url));
    expect(text).toBe('{"a":');
    expect(error).toMatchObject({ failure: 'cut-off', details: { reason: 'error-event' } });
    expect(inspect(error, { depth: 10 })).not.toContain('walrus');
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    ['an event that is no JSON', 'data: {"choices": walrus\n\n'],
    ['an event of another kind', 'data: {"choices":"walrus"}\n\n'],
    ['an end without a reason', 'data: [DONE]\n\n'],
  ])('%s cuts off, and tells nothing of what came', async (_, garbage) => {
    const server = await startServer((response) => {
      sendEvents(response, [event('{"a":')]);
      response.end(garbage);
    });
    const { error } = await hear(chatModel(server.url));
    expect(error).toMatchObject({ failure: 'cut-off' });
    expect(inspect(error, { depth: 10 })).not.toContain('walrus');
  });

  test('an answer that is complete is kept when the connection breaks after it', async () => {
    const server = await startServer((response) => {
      sendEvents(response, [event('{"a":"b"}')]);
      response.write(`data: ${JSON.stringify(event(null, 'stop'))}\n\n`, () => response.destroy());
    });
    const { text, end, error } = await hear(chatModel(server.url));
    expect(error).toBeUndefined();
    expect({ text, end }).toEqual({
      text: '{"a":"b"}',
      end: { kind: 'end', reason: 'complete', usage: null },
    });
  });

  test('a refusal is one, and its words are not passed on', async () => {
    const server = await startServer((response) => {
      sendEvents(response, [{ choices: [{ index: 0, delta: { refusal: 'I cannot walrus' } }] }]);
      response.end();
    });
    const { error, texts } = await hear(chatModel(server.url));
    expect(error).toMatchObject({ failure: 'refused' });
    expect(inspect(error)).not.toContain('walrus');
    expect(texts).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  test.each(['content_filter', 'invalid_prompt'])(
    "a question that the service's filter stops ends as filtered (%s)",
    async (code) => {
      const server = await startServer((response) => {
        sendError(response, 400, { message: 'filtered', code });
      });
      const { end, error } = await hear(chatModel(server.url));
      expect(error).toBeUndefined();
      expect(end).toEqual({ kind: 'end', reason: 'filtered', usage: null });
      expect(server.requests).toHaveLength(1);
    },
  );
});

test.each([
  ['an object', '{"a":"', 'b'],
  ['thoughts', '<think>', 'hm '],
])('a service that keeps to no limit is cut off at one, in %s', async (_, start, more) => {
  const server = await startServer((response) => {
    sendEvents(response, [event(start)]);
    const timer = setInterval(() => sendEvents(response, [event(more.repeat(500))]), 1);
    response.on('close', () => clearInterval(timer));
  });
  const { text, end } = await hear(chatModel(server.url));
  expect(end).toMatchObject({ reason: 'length' });
  expect(text.length).toBeLessThanOrEqual(3_200);
  const { connections } = server;
  await until(async () => (await connections()) === 0);
});

describe('the time a model may take', () => {
  test('ends before the first event, and the connection with it', async () => {
    const server = await startServer(() => {});
    const { error } = await hear(chatModel(server.url, { timeoutMs: 60 }));
    expect(error).toMatchObject({ failure: 'timed-out' });
    expect((error as ChatModelError).forPeople).toContain('CHAT_TIMEOUT_MS');
    const { connections } = server;
    await until(async () => (await connections()) === 0);
  });

  test('ends when nothing more comes', async () => {
    const server = await startServer((response) => sendEvents(response, [event('{"a":')]));
    const { text, error } = await hear(chatModel(server.url, { timeoutMs: 600 }));
    expect(text).toBe('{"a":');
    expect(error).toMatchObject({ failure: 'timed-out' });
  });

  test.each([
    ['text', event('a')],
    ['events without any', event('')],
    ['thoughts', { choices: [{ index: 0, delta: { reasoning_content: 'hm' } }] }],
  ])('is limited in all, too, when %s comes on and on', async (_, each) => {
    const server = await startServer((response) => {
      sendEvents(response, [event('{"a":"')]);
      const timer = setInterval(() => sendEvents(response, [each]), 20);
      response.on('close', () => clearInterval(timer));
    });
    const model = chatModel(server.url, { timeoutMs: 300, totalTimeoutMs: 350 });
    const { text, error } = await hear(model);
    expect(text).toContain('{"a":"');
    expect(error).toMatchObject({ failure: 'timed-out' });
    expect((error as ChatModelError).forPeople).toContain('CHAT_TOTAL_TIMEOUT_MS');
    const { connections } = server;
    await until(async () => (await connections()) === 0);
  });

  test('is over when an event comes byte by byte', async () => {
    const server = await startServer((response) => {
      sendEvents(response, []);
      const bytes = `data: ${JSON.stringify(event('{"a":"b"}'.repeat(100)))}`;
      let sent = 0;
      const timer = setInterval(() => response.write(bytes.charAt(sent++)), 20);
      response.on('close', () => clearInterval(timer));
    });
    const { text, error } = await hear(chatModel(server.url, { timeoutMs: 300 }));
    expect(text).toBe('');
    expect(error).toMatchObject({ failure: 'timed-out' });
  });

  test('does not run while the reader is busy, nor out when only the counts are missing', async () => {
    const server = await startServer((response) => {
      sendEvents(response, [event('{"a":'), event('"b"}'), event(null, 'stop')]);
    });
    const kinds: string[] = [];
    for await (const { kind } of chatModel(server.url, { timeoutMs: 400 }).stream(chatRequest())) {
      const busyUntil = performance.now() + (kinds.length === 0 ? 450 : 0);
      kinds.push(kind);
      await until(() => performance.now() > busyUntil);
    }
    expect(kinds).toEqual(['text', 'text', 'end']);
  });
});
