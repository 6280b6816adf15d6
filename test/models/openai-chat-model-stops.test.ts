import { describe, expect, test } from 'vitest';
import { chatModel, chatRequest, hear } from './chat-requests.ts';
import { type ChatServer, event, sendAnswer, sendError, sendEvents, until } from './chat-server.ts';
import { useChatServer } from './use-chat-server.ts';

const startServer = useChatServer();

async function noConnections({ connections }: ChatServer): Promise<void> {
  await until(async () => (await connections()) === 0);
}

describe('a caller that stops', () => {
  test('before it begins asks nothing', async () => {
    const server = await startServer((response) => sendAnswer(response, '{"a":"b"}'));
    const reason = new Error('no longer wanted');
    const { error } = await hear(chatModel(server.url), chatRequest(AbortSignal.abort(reason)));
    expect(error).toBe(reason);
    expect(server.requests).toHaveLength(0);
  });

  test('while the service is silent gets its own reason', async () => {
    const server = await startServer(() => {});
    const { requests } = server;
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const heard = hear(chatModel(server.url), chatRequest(controller.signal));
    await until(() => requests.length === 1);
    controller.abort(reason);
    expect((await heard).error).toBe(reason);
    await noConnections(server);
  });

  test.each([
    ['more is on its way', [event('{"a":'), event('"b"}'), event(null, 'stop')]],
    ['it was the end', [event('{"a":', 'stop')]],
  ])('in the middle of the answer hears nothing more, even if %s', async (_, events) => {
    const server = await startServer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const lines = events.map((each) => `data: ${JSON.stringify(each)}\n\n`);
      response.end(`${lines.join('')}data: [DONE]\n\n`);
    });
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const chunks: unknown[] = [];
    const request = chatRequest(controller.signal);
    const answer = chatModel(server.url).stream(request);
    const read = async (): Promise<void> => {
      for await (const chunk of answer) {
        chunks.push(chunk);
        controller.abort(reason);
      }
    };
    await expect(read()).rejects.toBe(reason);
    expect(chunks).toEqual([{ kind: 'text', text: '{"a":' }]);
  });

  test('between two attempts does not wait for the next', async () => {
    const server = await startServer((response) => sendError(response, 503, { message: 'later' }));
    const { requests } = server;
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const model = chatModel(server.url, { firstPauseMs: 4_000 });
    const heard = hear(model, chatRequest(controller.signal));
    await until(() => requests.length === 1);
    const startedAt = performance.now();
    controller.abort(reason);
    expect((await heard).error).toBe(reason);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  test('reading closes the connection and gives its place to the next', async () => {
    const server = await startServer((response) => sendEvents(response, [event('{"a":')]));
    const model = chatModel(server.url, { concurrency: 1 });
    for (let round = 0; round < 3; round += 1) {
      for await (const chunk of model.stream(chatRequest())) {
        expect(chunk).toEqual({ kind: 'text', text: '{"a":' });
        break;
      }
    }
    await noConnections(server);
  });
});

describe('answers asked for at once', () => {
  test('are no more than may be; the others wait', async () => {
    let open = 0;
    let most = 0;
    const held: (() => void)[] = [];
    const server = await startServer((response) => {
      open += 1;
      most = Math.max(most, open);
      held.push(() => {
        open -= 1;
        sendAnswer(response, '{"a":"b"}');
      });
    });
    const model = chatModel(server.url, { concurrency: 2 });
    const all = Array.from({ length: 6 }, () => hear(model));
    for (let answered = 0; answered < 6; answered += 1) {
      await until(() => held.length > 0);
      held.shift()?.();
    }
    for (const { text } of await Promise.all(all)) expect(text).toBe('{"a":"b"}');
    expect(most).toBe(2);
  });

  test('time out while they wait, and then leave no place taken', async () => {
    const finish: (() => void)[] = [];
    const server = await startServer((response) => {
      sendEvents(response, [event('{"a":')]);
      finish.push(() => {
        sendEvents(response, [event('"b"}', 'stop')]);
        response.end('data: [DONE]\n\n');
      });
    });
    const model = chatModel(server.url, { concurrency: 1, timeoutMs: 300 });
    const first = model.stream(chatRequest());
    await first.next();
    expect((await hear(model)).error).toMatchObject({ failure: 'timed-out' });
    finish.shift()?.();
    for await (const _ of first);
    const last = hear(model);
    await until(() => finish.length > 0);
    finish.shift()?.();
    expect((await last).text).toBe('{"a":"b"}');
  });
});
