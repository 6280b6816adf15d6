import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createBreaker } from '../../src/models/breaker.ts';
import { logFailures } from '../../src/models/log-failures.ts';
import { recordCalls } from '../../src/models/recording/record-calls.ts';
import { openRecording } from '../../src/models/recording/recording.ts';
import { replayCalls } from '../../src/models/recording/replay-calls.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type ChatChunk, type ChatModel, ChatModelError } from '../../src/prompting/index.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { chatModel, chatRequest, hear } from '../models/chat-requests.ts';
import { event, sendEvents } from '../models/chat-server.ts';
import { useChatServer } from '../models/use-chat-server.ts';

const startServer = useChatServer();
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

type Behaviour = 'answers' | 'breaks off';

/** Of a service that says `{"a":"b"}` in two pieces, or half of it. */
async function openService(behaviour: Behaviour): Promise<ChatModel> {
  const { url } = await startServer((response) => {
    sendEvents(response, [event('{"a":')]);
    if (behaviour === 'breaks off') {
      response.end();
      return;
    }
    sendEvents(response, [event('"b"}'), event(null, 'stop')]);
    response.end('data: [DONE]\n\n');
  });
  return chatModel(url);
}

async function openRecorder(behaviour: Behaviour) {
  const folder = await mkdtemp(join(tmpdir(), 'concord-chat-model-'));
  folders.push(folder);
  const about = { at: '2026-11-22T10:00:00.000Z', model: 'test-model', prompts: {} };
  const recording = await openRecording(join(folder, 'recording.jsonl'), about);
  return { recording, model: recordCalls(await openService(behaviour), recording) };
}

const models: Record<string, (behaviour: Behaviour) => Promise<ChatModel>> = {
  'chat completions': openService,
  'a breaker': async (behaviour) =>
    createBreaker(await openService(behaviour), {
      clock: createTestClock(),
      onStateChange: () => {},
    }),
  'the log of failures': async (behaviour) => logFailures(await openService(behaviour), silentLog),
  'a recorder': async (behaviour) => (await openRecorder(behaviour)).model,
  'a replay': async (behaviour) => {
    const { recording, model } = await openRecorder(behaviour);
    await hear(model);
    return replayCalls(recording, { prompts: {}, missing: 'fail' });
  },
};

describe.each(Object.entries(models))('%s as a chat model', (_, open) => {
  test('has the name of the model', async () => {
    expect((await open('answers')).name).toBe('test-model');
  });

  test('gives the text as it comes, and how it ended at the end alone', async () => {
    const model = await open('answers');
    for (let time = 0; time < 2; time += 1) {
      const chunks: ChatChunk[] = [];
      for await (const chunk of model.stream(chatRequest())) chunks.push(chunk);
      expect(chunks).toEqual([
        { kind: 'text', text: '{"a":' },
        { kind: 'text', text: '"b"}' },
        { kind: 'end', reason: 'complete', usage: null },
      ]);
    }
  });

  test('fails with a chat model error, after what was said', async () => {
    const { texts, end, error } = await hear(await open('breaks off'));
    expect(texts).toEqual(['{"a":']);
    expect(end).toBeUndefined();
    expect(error).toBeInstanceOf(ChatModelError);
    expect(error).toMatchObject({ failure: 'cut-off' });
  });

  test('says nothing to who has stopped, before or between', async () => {
    const model = await open('answers');
    const reason = new Error('no longer wanted');
    expect(await hear(model, chatRequest(AbortSignal.abort(reason)))).toMatchObject({
      texts: [],
      error: reason,
    });
    const stopping = new AbortController();
    const chunks: ChatChunk[] = [];
    const read = async (): Promise<void> => {
      for await (const chunk of model.stream(chatRequest(stopping.signal))) {
        chunks.push(chunk);
        stopping.abort(reason);
      }
    };
    await expect(read()).rejects.toBe(reason);
    expect(chunks).toHaveLength(1);
  });

  test('bears being read no further', async () => {
    const model = await open('answers');
    for await (const chunk of model.stream(chatRequest())) {
      expect(chunk).toEqual({ kind: 'text', text: '{"a":' });
      break;
    }
    expect((await hear(model)).texts[0]).toBe('{"a":');
  });
});
