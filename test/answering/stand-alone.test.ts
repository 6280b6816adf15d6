import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/answering/index.ts';
import { createModelCalls } from '../../src/answering/model/model-calls.ts';
import { beginRun } from '../../src/answering/model/model-run.ts';
import { makeStandAlone, rememberConversation } from '../../src/answering/stand-alone.ts';
import { createMarker, type Prompts, readPrompts } from '../../src/prompting/index.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { createScriptedChatModel } from '../fakes/scripted-chat-model.ts';

let prompts: Prompts;
beforeAll(async () => {
  prompts = await readPrompts(join(import.meta.dirname, '../../prompts'));
});

const earlier = sampleExchange({
  question: 'and what did it cost?',
  standaloneQuestion: 'What did the Harrowfen pilot cost?',
});

async function standAlone(question: string, said: string, conversation: Exchange[] = [earlier]) {
  const model = createScriptedChatModel([{ pieces: [JSON.stringify({ question: said })] }]);
  const calls = createModelCalls({
    model,
    prompts,
    run: beginRun('scripted'),
    newMarker: () => createMarker(),
    timeoutMs: 60_000,
  });
  const made = await makeStandAlone(question, conversation, calls);
  calls.close();
  return { made, asked: model.requests.length };
}

describe('a question in a conversation', () => {
  test('that leans on it is made to stand alone by the model', async () => {
    const condensed = 'Which wards did the Harrowfen pilot cost?';
    expect(await standAlone('Which wards?', condensed)).toEqual({ made: condensed, asked: 1 });
  });

  test('that stands alone is left as it is, without asking', async () => {
    const question = 'How many housing officers visited wards in 2021?';
    expect(await standAlone(question, 'Something else?')).toEqual({ made: question, asked: 0 });
  });

  test('that begins it is left as it is', async () => {
    expect(await standAlone('Why?', 'Why not?', [])).toEqual({ made: 'Why?', asked: 0 });
  });

  test('is made to stand alone by rules when the model’s is not to be believed', async () => {
    const { made, asked } = await standAlone('Why?', 'Why did the Midtown merger fail?');
    expect(asked).toBe(1);
    expect(made).toContain('Harrowfen pilot cost');
  });

  test('is made to stand alone by rules without a model', async () => {
    expect(await makeStandAlone('Why?', [earlier], null)).toContain('Harrowfen pilot cost');
  });
});

test('what was answered for the eyes of others is not remembered', async () => {
  const own = sampleExchange({ id: 'own', audiences: ['public', 'members'] });
  const others = sampleExchange({ id: 'others', audiences: ['public', 'members', 'staff'] });
  const greeting = sampleExchange({
    id: 'greeting',
    audiences: ['public'],
    answer: { kind: 'abstention', reason: 'no-question', nearest: [] },
  });
  const exchanges = {
    save: async () => {},
    find: async () => null,
    forget: async () => {},
    latest: async () => [own, others, greeting],
  };
  const remembered = await rememberConversation(exchanges, {
    conversation: 'C1:1',
    audiences: ['public', 'members', 'leads'],
  });
  expect(remembered.map(({ id }) => id)).toEqual(['own']);
});
