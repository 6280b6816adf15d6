import { describe, expect, test } from 'vitest';
import { firstDialect } from '../../src/models/chat-dialect.ts';
import { chatModel, hear } from './chat-requests.ts';
import {
  type ChatServer,
  event,
  type ReceivedChat,
  sendAnswer,
  sendError,
  sendEvents,
} from './chat-server.ts';
import { useChatServer } from './use-chat-server.ts';

const startServer = useChatServer();

type Body = ReceivedChat['body'];

/** A service that refuses some requests, with an error of its own kind. */
async function pickyServer(
  refuse: (body: Body) => Record<string, unknown> | null,
  status = 400,
): Promise<ChatServer> {
  return startServer((response, { body }) => {
    const error = refuse(body);
    if (error) sendError(response, status, error);
    else sendAnswer(response, '{"a":"b"}');
  });
}

function outputOf({ response_format: format }: Body): string {
  return format === undefined ? 'text' : String((format as { type: string }).type);
}

describe('a service that does not understand all of a request', () => {
  test('without JSON Schema gets it in words, and from then on at once', async () => {
    const { url, requests } = await pickyServer((body) =>
      outputOf(body) === 'json_schema'
        ? { message: 'This response_format type is unavailable now' }
        : null,
    );
    const model = chatModel(url);
    expect((await hear(model)).text).toBe('{"a":"b"}');
    expect((await hear(model)).text).toBe('{"a":"b"}');
    const asked = requests.map(({ body }) => outputOf(body));
    expect(asked).toEqual(['json_schema', 'json_object', 'json_object']);
    const system = requests[1]?.body.messages[0];
    expect(system?.role).toBe('system');
    expect(system?.content).toMatch(/^Answer from the library\.\n\n.*JSON Schema:\n\{"type"/s);
    expect(requests[1]?.body.messages).toHaveLength(2);
  });

  test.each([400, 422])('without any JSON is asked for it in words (%i)', async (status) => {
    const { url, requests } = await pickyServer(
      (body) =>
        outputOf(body) === 'text' ? null : { message: 'x', param: 'response_format.type' },
      status,
    );
    expect((await hear(chatModel(url))).text).toBe('{"a":"b"}');
    expect(requests.map(({ body }) => outputOf(body))).toEqual([
      'json_schema',
      'json_object',
      'text',
    ]);
  });

  test.each([
    ['stream_options', 'stream_options'],
    ['max_tokens', 'max_tokens'],
    ['temperature', 'temperature'],
  ])('refuses %s and is asked without it, but still with the schema', async (name, param) => {
    const { url, requests } = await pickyServer((body) =>
      name in body ? { message: 'Unsupported', code: 'unsupported_parameter', param } : null,
    );
    expect((await hear(chatModel(url))).text).toBe('{"a":"b"}');
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).not.toHaveProperty(name);
    expect(requests.map(({ body }) => outputOf(body))).toEqual(['json_schema', 'json_schema']);
    expect(requests[1]?.body).toHaveProperty(
      name === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens',
      100,
    );
  });

  test('takes no reasoning effort and is asked without it; thoughts come on top of an answer', async () => {
    const { url, requests } = await pickyServer((body) =>
      'reasoning_effort' in body ? { message: 'x', param: 'reasoning_effort' } : null,
    );
    const model = chatModel(url, { reasoningEffort: 'low', thinkingTokens: 900 });
    expect((await hear(model)).text).toBe('{"a":"b"}');
    expect(requests[0]?.body).toMatchObject({ reasoning_effort: 'low', max_tokens: 1_000 });
    expect(requests[1]?.body).not.toHaveProperty('reasoning_effort');
    await hear(model);
    expect(requests).toHaveLength(3);
  });

  test('and does not say what, in the end gets the plainest request', async () => {
    const { url, requests } = await pickyServer((body) =>
      'temperature' in body || outputOf(body) !== 'text' ? { message: 'bad request' } : null,
    );
    const model = chatModel(url);
    expect((await hear(model)).text).toBe('{"a":"b"}');
    const needed = requests.length;
    expect(needed).toBeLessThanOrEqual(6);
    await hear(model);
    expect(requests).toHaveLength(needed + 1);
  });

  test('and refuses everything is for the operator to mend, and is not remembered', async () => {
    const { url, requests } = await pickyServer(() => ({ message: 'bad request' }));
    const model = chatModel(url);
    const { error } = await hear(model);
    expect(error).toMatchObject({ failure: 'misconfigured', details: { reason: '400' } });
    expect((error as { forPeople: string }).forPeople).toContain('CHAT_OUTPUT');
    const needed = requests.length;
    await hear(model);
    expect(outputOf(requests[needed]?.body ?? ({} as Body))).toBe('json_schema');
  });

  test('is asked as CHAT_OUTPUT says and in no other way', async () => {
    const { url, requests } = await pickyServer(() => ({ message: 'x', param: 'response_format' }));
    for (const [output, type] of [
      ['schema', 'json_schema'],
      ['object', 'json_object'],
    ] as const) {
      requests.length = 0;
      const { error } = await hear(chatModel(url, { output }));
      expect(error).toMatchObject({ failure: 'misconfigured' });
      expect(requests.map(({ body }) => outputOf(body))).toEqual([type]);
    }
  });
});

describe('what a service needs and sends', () => {
  test('a key goes with each request, or something in its place', async () => {
    const { url, requests } = await pickyServer(() => null);
    await hear(chatModel(url, { apiKey: 'secret' }));
    await hear(chatModel(url, { apiKey: null }));
    const keys = requests.map(({ headers }) => headers.authorization);
    expect(keys).toEqual(['Bearer secret', 'Bearer none']);
  });

  test('OpenAI and Azure are asked with the newer name of the most tokens', () => {
    for (const [url, name] of [
      ['https://api.openai.com/v1', 'max_completion_tokens'],
      ['https://us.openai.azure.com/openai/v1', 'max_completion_tokens'],
      ['https://notopenai.com/v1', 'max_tokens'],
      ['http://127.0.0.1:11434/v1', 'max_tokens'],
    ] as const) {
      expect(firstDialect(url, 'schema').tokenLimit, url).toBe(name);
    }
  });

  test('only the object of the output counts, not what is around it', async () => {
    const server = await startServer((response) => {
      const pieces = [
        '<thi',
        'nk>{"a"',
        ':1}</think>Here:\n```js',
        'on\n{"a":"}\\"{',
        '"}\n``',
        '`',
      ];
      sendEvents(response, [...pieces.map((piece) => event(piece)), event('', 'stop')]);
      response.end('data: [DONE]\n\n');
    });
    expect((await hear(chatModel(server.url))).texts).toEqual(['{"a":"}\\"{', '"}']);
  });

  test('tokens are null when the service sends none, or nonsense', async () => {
    const counts = [undefined, { prompt_tokens: -1, completion_tokens: 'many' }];
    const server = await startServer((response, _, number) => {
      const usage = counts[number - 1];
      sendEvents(response, [{ choices: [], usage }, event('{}', 'stop')]);
      response.end('data: [DONE]\n\n');
    });
    const model = chatModel(server.url);
    for (const _ of counts) {
      expect((await hear(model)).end).toEqual({ kind: 'end', reason: 'complete', usage: null });
    }
    expect(server.requests).toHaveLength(counts.length);
  });

  test('tokens read from the cache are told apart', async () => {
    const server = await startServer((response) => {
      const details = { cached_tokens: 30 };
      const usage = { prompt_tokens: 40, completion_tokens: 2, prompt_tokens_details: details };
      sendEvents(response, [event('{}', 'stop'), { choices: [], usage }]);
      response.end('data: [DONE]\n\n');
    });
    const usage = { input: 40, cachedInput: 30, output: 2 };
    expect((await hear(chatModel(server.url))).end).toMatchObject({ usage });
  });
});
