import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createModelCalls, type ModelCall } from '../../../src/answering/model/model-calls.ts';
import { beginRun } from '../../../src/answering/model/model-run.ts';
import { type ChatModel, ChatModelError, createMarker } from '../../../src/prompting/index.ts';
import { createScriptedChatModel } from '../../fakes/scripted-chat-model.ts';
import { onePrompt } from './one-prompt.ts';

const call: ModelCall = {
  step: 'condense',
  prompt: 'condense-question',
  values: () => ({ question: 'Why?' }),
  mostTokens: 100,
};
const form = z.object({ question: z.string() });

function setUp(model: ChatModel, options: { signal?: AbortSignal; timeoutMs?: number } = {}) {
  const run = beginRun(model.name);
  const prompts = onePrompt(call.prompt);
  const newMarker = (): string => createMarker();
  return createModelCalls({ model, prompts, run, newMarker, timeoutMs: 60_000, ...options });
}

/** Says a beginning, and then nothing until it is stopped. */
const hanging: ChatModel = {
  name: 'hanging',
  async *stream({ signal }) {
    yield { kind: 'text', text: '{"question": "' };
    await wait(60_000, undefined, { signal }).catch(() => {});
    signal?.throwIfAborted();
  },
};

describe('asking a model', () => {
  test('reads what it says, and counts prompt, tokens and time', async () => {
    const calls = setUp(createScriptedChatModel([{ pieces: ['{"question"', ': "What?"}'] }]));
    expect(await calls.read(call, form)).toEqual({ question: 'What?' });
    await calls.read(call, form);
    calls.close();
    expect(calls.run).toMatchObject({
      prompts: ['0123456789abcdef'],
      steps: [{ step: 'condense', calls: 2 }],
      usage: { input: 200, output: 40 },
      failure: null,
    });
    expect(calls.run.steps[0]?.ms).toBeGreaterThan(0);
  });

  test.each([
    ['no JSON', { pieces: ['I would ask: What?'] }],
    ['another form', { pieces: ['{"answer": "What?"}'] }],
    ['half of it', { pieces: ['{"question": "What?"}'], end: 'length' as const }],
  ])('takes nothing from %s', async (_what, reply) => {
    const calls = setUp(createScriptedChatModel([reply]));
    expect(await calls.read(call, form)).toBeNull();
    calls.close();
  });

  test('does not ask again a service that has failed', async () => {
    const failure = new ChatModelError('unavailable', 'status 503', 'Try again later.');
    const model = createScriptedChatModel([{ pieces: [], end: failure }]);
    const calls = setUp(model);
    await expect(calls.read(call, form)).rejects.toBe(failure);
    await expect(calls.read(call, form)).rejects.toBe(failure);
    calls.close();
    expect(model.requests).toHaveLength(1);
    expect(calls.run.usage).toMatchObject({ input: 0, output: 0 });
  });

  test('asks again after an answer that was refused', async () => {
    const refused = new ChatModelError('refused', 'refusal', 'Declined.');
    const model = createScriptedChatModel([{ pieces: [], end: refused }, { pieces: ['{}'] }]);
    const calls = setUp(model);
    await expect(calls.read(call, form)).rejects.toBe(refused);
    expect(await calls.read(call, form)).toBeNull();
    calls.close();
  });

  test('ends a model that takes too long, and estimates what it used', async () => {
    const calls = setUp(hanging, { timeoutMs: 30 });
    await expect(calls.read(call, form)).rejects.toMatchObject({ failure: 'timed-out' });
    expect(calls.run.usage).toMatchObject({ input: 11, output: 4 });
  });

  test('ends one call alone, after which others go on', async () => {
    const calls = setUp(hanging);
    const only = new AbortController();
    const reading = calls.read({ ...call, signal: only.signal }, form);
    setImmediate(() => only.abort(new Error('long enough')));
    await expect(reading).rejects.toThrow('long enough');
    const again = new AbortController();
    const other = calls.read({ ...call, signal: again.signal }, form);
    setImmediate(() => again.abort(new Error('asked again')));
    await expect(other).rejects.toThrow('asked again');
    calls.close();
    expect(calls.run.steps).toMatchObject([{ step: 'condense', calls: 2 }]);
  });

  test('tells how long the model may still be waited for', async () => {
    const calls = setUp(hanging, { timeoutMs: 20 });
    expect(calls.timeLeft()).toBeGreaterThan(0);
    expect(calls.timeLeft()).toBeLessThanOrEqual(20);
    await expect(calls.read(call, form)).rejects.toMatchObject({ failure: 'timed-out' });
    expect(calls.timeLeft()).toBe(0);
  });

  test('ends with the reason of who stopped it, and counts that all the same', async () => {
    const stop = new AbortController();
    const calls = setUp(hanging, { signal: stop.signal });
    const reading = calls.read(call, form);
    setImmediate(() => stop.abort(new Error('stopped')));
    await expect(reading).rejects.toThrow('stopped');
    calls.close();
    expect(calls.run.usage.input).toBeGreaterThan(0);
  });
});
