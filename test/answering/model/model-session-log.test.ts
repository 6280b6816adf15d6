import { expect, test } from 'vitest';
import { createModelSessions } from '../../../src/answering/index.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';
import { createScriptedChatModel } from '../../fakes/scripted-chat-model.ts';
import { onePrompt } from './one-prompt.ts';

test.each([
  ['malformed' as const, 1],
  [null, 0],
])('an output that was %s is logged with the settings to look at', async (failure, logged) => {
  const { log, entries } = createRecordingLog();
  const open = createModelSessions({
    model: createScriptedChatModel([{ pieces: ['{}'] }]),
    prompts: onePrompt('compose-answer'),
    budget: null,
    timeoutMs: 60_000,
    log,
    newMarker: () => 'marker',
  });
  const session = await open({});
  session.run.failure = failure;
  await session.finish();
  const found = entries.filter(({ msg }) => msg === 'model-output-unreadable');
  expect(found).toHaveLength(logged);
  for (const { set } of found) expect(set).toContain('CHAT_OUTPUT');
});
