import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callKey } from '../../../src/models/recording/call-key.ts';
import { recordCalls } from '../../../src/models/recording/record-calls.ts';
import { openRecording, readRecording } from '../../../src/models/recording/recording.ts';
import { replayCalls } from '../../../src/models/recording/replay-calls.ts';
import { asData, ChatModelError, type ChatRequest } from '../../../src/prompting/index.ts';
import { createScriptedChatModel, type ScriptedReply } from '../../fakes/scripted-chat-model.ts';
import { chatRequest, hear } from '../chat-requests.ts';

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-recording-'));
  path = join(folder, 'recording.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const about = { at: '2026-11-22T10:00:00.000Z', model: 'scripted', prompts: {} };

function requestAbout(text: string, marker: string, mostTokens = 100): ChatRequest {
  const content = `Answer. Data stands between ${marker}.\n${asData('question', text, marker)}`;
  return { ...chatRequest(), messages: [{ role: 'user', content }], mostTokens };
}

async function recorder(replies: readonly ScriptedReply[]) {
  const model = createScriptedChatModel(replies);
  return { model, recording: recordCalls(model, await openRecording(path, about)) };
}

async function replay(request: ChatRequest) {
  const recording = await readRecording(path);
  return hear(replayCalls(recording, { prompts: {}, missing: 'fail' }), request);
}

describe('the key of a call', () => {
  test('is the same whatever the random markers, and another for another request', () => {
    const key = callKey(requestAbout('When?', '0123456789ab'));
    expect(callKey(requestAbout('When?', 'ba9876543210'))).toBe(key);
    const others = [
      requestAbout('Where?', '0123456789ab'),
      requestAbout('When?', '0123456789ab', 200),
      { ...requestAbout('When?', '0123456789ab'), output: { name: 'other', schema: {} } },
    ];
    for (const other of others) expect(callKey(other)).not.toBe(key);
  });

  test('does not let a text pass for a marker', () => {
    const one = requestAbout('<<end 0123456789ab>>', 'aaaaaaaaaaaa');
    const other = requestAbout('<<end ba9876543210>>', 'aaaaaaaaaaaa');
    expect(callKey(one)).not.toBe(callKey(other));
  });
});

describe('a recording', () => {
  const request = requestAbout('When?', '0123456789ab');
  const sameRequest = requestAbout('When?', 'ba9876543210');

  test('says again what came, in its pieces and with its end', async () => {
    const { recording } = await recorder([{ pieces: ['{"a":', '1}'], end: 'length' }]);
    const heard = await hear(recording, request);
    expect(await replay(sameRequest)).toEqual(heard);
    expect(heard.end).toMatchObject({ reason: 'length', usage: { input: 100 } });
    expect(recording.counts).toMatchObject({ asked: 1, failed: 0, reused: 0 });
    expect((await hear(recording, sameRequest)).text).toBe('{"a":1}');
    expect(recording.counts).toMatchObject({ asked: 1, reused: 1, usage: { output: 20 } });
  });

  test('says failures again, and asks for them again when it is gone on with', async () => {
    const failure = new ChatModelError('cut-off', 'ECONNRESET', 'It broke off.');
    const { recording, model } = await recorder([
      { pieces: ['{"a'], end: failure },
      { pieces: ['{}'] },
    ]);
    await hear(recording, request);
    expect(await replay(sameRequest)).toMatchObject({
      text: '{"a',
      error: { failure: 'cut-off', reason: 'ECONNRESET' },
    });
    await hear(recording, sameRequest);
    expect(model.requests).toHaveLength(2);
    expect((await replay(request)).text).toBe('{}');
  });

  test('holds what was read by someone who read no further, and nothing that was stopped', async () => {
    const { recording } = await recorder([{ pieces: ['{', '"a', '":1}'] }]);
    for await (const _ of recording.stream(request)) break;
    expect(await replay(request)).toMatchObject({
      text: '{',
      error: { failure: 'cut-off', reason: 'recording-ends' },
    });
    const stopping = new AbortController();
    const other = { ...requestAbout('Where?', '0123456789ab'), signal: stopping.signal };
    const reading = async () => {
      for await (const _ of recording.stream(other)) stopping.abort(new Error('stop'));
    };
    await expect(reading()).rejects.toThrow('stop');
    expect((await replay(other)).error).toMatchObject({ message: 'stop' });
    const { signal: _, ...again } = other;
    expect((await replay(again)).error).toMatchObject({ code: 'call-not-recorded' });
  });

  test('keeps its day, and notes prompts that change on the way', async () => {
    await openRecording(path, { ...about, prompts: { one: '1' } });
    const later = { ...about, at: '2026-12-24T10:00:00.000Z', prompts: { one: '2' } };
    const { header } = await openRecording(path, later);
    expect(header).toMatchObject({ at: about.at, prompts: { one: '2' } });
    expect((await readRecording(path)).header).toEqual(header);
    expect((await readFile(path, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
  });
});
