import { expect, test } from 'vitest';
import { composeSteadyChatModel } from '../src/compose-chat-model.ts';
import { readConfig } from '../src/config.ts';
import { createRecordingLog } from './fakes/recording-log.ts';
import { createTestClock } from './fakes/test-clock.ts';
import { hear } from './models/chat-requests.ts';
import { sendAnswer, sendError } from './models/chat-server.ts';
import { useChatServer } from './models/use-chat-server.ts';

const startServer = useChatServer();

test('a service that takes no request is left alone, told of once, and tried again later', async () => {
  let isMended = false;
  const server = await startServer((response) => {
    if (isMended) sendAnswer(response, '{"a":"b"}');
    else sendError(response, 401, { message: 'no' });
  });
  const config = readConfig({ CHAT_MODEL: 'small', CHAT_BASE_URL: server.url }, '/srv');
  const { log, entries } = createRecordingLog();
  const clock = createTestClock();
  const states: string[] = [];
  const onStateChange = (state: string): unknown => states.push(state);
  const model = composeSteadyChatModel(config, { clock, log, onStateChange });
  if (model === null) throw new Error('a model is configured');
  for (let time = 0; time < 6; time += 1) {
    expect((await hear(model)).error).toMatchObject({ code: 'chat-model-failed' });
  }
  expect(server.requests).toHaveLength(3);
  isMended = true;
  expect((await hear(model)).error).toMatchObject({ reason: 'circuit-open' });
  clock.advance(300_000);
  expect((await hear(model)).text).toBe('{"a":"b"}');
  expect(states).toEqual(['open', 'closed']);
  expect(entries.map(({ msg }) => msg)).toEqual([
    'model-failed',
    'model-left-alone',
    'model-recovered',
    'model-asked-again',
  ]);
  expect(entries[0]).toMatchObject({
    model: 'small',
    failure: 'misconfigured',
    reason: '401',
    advice: expect.stringContaining('CHAT_API_KEY'),
  });
});

test('without a model there is none', () => {
  const parts = { clock: createTestClock(), log: createRecordingLog().log };
  expect(composeSteadyChatModel(readConfig({}, '/srv'), parts)).toBeNull();
});
