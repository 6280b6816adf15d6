import { describe, expect, test } from 'vitest';
import { logFailures } from '../../src/models/log-failures.ts';
import { ChatModelError, type ChatModelFailure } from '../../src/prompting/index.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createScriptedChatModel, type ScriptedReply } from '../fakes/scripted-chat-model.ts';
import { hear } from './chat-requests.ts';

const failing = (failure: ChatModelFailure, reason = 'scripted'): ScriptedReply => ({
  pieces: [],
  end: new ChatModelError(failure, reason, `Mend ${failure}.`),
});
const answering: ScriptedReply = { pieces: ['{}'] };

async function logOf(replies: readonly ScriptedReply[]) {
  const { log, entries } = createRecordingLog();
  const model = logFailures(createScriptedChatModel(replies), log);
  for (const _ of replies) await hear(model);
  return entries.map(({ msg, failure, failed }) => [msg, failure, failed].filter(Boolean));
}

describe('the log of a model that fails', () => {
  test('says what and what to do, once for each change', async () => {
    const replies = [
      answering,
      failing('unavailable'),
      failing('unavailable'),
      failing('rate-limited', '429'),
      failing('rate-limited', '429'),
      answering,
      answering,
      failing('misconfigured', '401'),
      failing('misconfigured', '404'),
      failing('timed-out'),
      failing('cut-off'),
      failing('refused'),
    ];
    expect(await logOf(replies)).toEqual([
      ['model-failed', 'unavailable'],
      ['model-failed', 'rate-limited'],
      ['model-recovered', 'rate-limited', 4],
      ['model-failed', 'misconfigured'],
      ['model-failed', 'misconfigured'],
      ['model-failed', 'timed-out'],
      ['model-failed', 'cut-off'],
      ['model-failed', 'refused'],
    ]);
  });

  test('names answers that were cut off or withheld', async () => {
    const replies: ScriptedReply[] = [
      { pieces: ['{'], end: 'length' },
      { pieces: [], end: 'filtered' },
    ];
    expect(await logOf(replies)).toEqual([
      ['model-failed', 'length'],
      ['model-failed', 'filtered'],
    ]);
  });

  test('holds the model, the code and the advice, and passes everything on', async () => {
    const { log, entries } = createRecordingLog();
    const reply = failing('unavailable', 'ECONNREFUSED');
    const { error } = await hear(logFailures(createScriptedChatModel([reply]), log));
    expect(error).toBe(reply.end);
    expect(entries[0]).toMatchObject({
      model: 'scripted',
      reason: 'ECONNREFUSED',
      advice: 'Mend unavailable.',
    });
    const fine = logFailures(createScriptedChatModel([{ pieces: ['{"a":', '1}'] }]), log);
    expect(await hear(fine)).toMatchObject({ text: '{"a":1}', end: { reason: 'complete' } });
  });
});
