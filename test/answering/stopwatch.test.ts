import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createModelSessions } from '../../src/answering/index.ts';
import { createStopwatch } from '../../src/answering/stopwatch.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type ChatModel, createMarker } from '../../src/prompting/index.ts';
import { onePrompt } from './model/one-prompt.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => vi.useRealTimers());

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('a stopwatch counts what overlaps once, and failures too', async () => {
  const watch = createStopwatch();
  const first = watch.time(() => wait(100));
  const second = watch.time(() => wait(250));
  await vi.advanceTimersByTimeAsync(300);
  await Promise.all([first, second]);
  expect(watch.ms).toBe(250);
  const failing = watch.time(async () => {
    await wait(50);
    throw new Error('away');
  });
  const failed = expect(failing).rejects.toThrow('away');
  await vi.advanceTimersByTimeAsync(70);
  await failed;
  expect(watch.ms).toBe(300);
});

test('Concord’s own time is all but the model’s, and retrieval is a part of it', async () => {
  const model: ChatModel = {
    name: 'slow',
    async *stream() {
      await wait(1_000);
      yield { kind: 'text', text: '{"claims":' };
      await wait(500);
      yield { kind: 'end', reason: 'complete', usage: null };
    },
  };
  const open = createModelSessions({
    model,
    prompts: onePrompt('compose-answer'),
    budget: null,
    timeoutMs: 60_000,
    log: silentLog,
    newMarker: () => createMarker(),
  });
  const answering = (async () => {
    const session = await open({});
    await session.retrieving.time(() => wait(30));
    const call = {
      step: 'compose' as const,
      prompt: 'compose-answer',
      values: () => ({}),
      mostTokens: 10,
    };
    // What is done between two pieces is Concord's, though the model may write on meanwhile.
    for await (const _ of session.calls?.stream(call) ?? []) await wait(7);
    return session.finish();
  })();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await answering).toMatchObject({
    ownMs: 37,
    retrievalMs: 30,
    steps: [{ step: 'compose', calls: 1, ms: 1_500 }],
    // Nobody knows the price.
    costMicros: null,
  });
});
