import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { condenseQuestion } from '../../../src/answering/model/condense-question.ts';
import { createModelCalls } from '../../../src/answering/model/model-calls.ts';
import { beginRun } from '../../../src/answering/model/model-run.ts';
import {
  ChatModelError,
  createMarker,
  type Prompts,
  readPrompts,
} from '../../../src/prompting/index.ts';
import { createScriptedChatModel, type ScriptedReply } from '../../fakes/scripted-chat-model.ts';

const conversation = [
  {
    question: 'What did the Harrowfen pilot cost?',
    claims: ['The pilot cost £1.2 million over two years.'],
  },
  { question: 'Who paid for the Harrowfen pilot?', claims: [] },
];

let prompts: Prompts;
beforeAll(async () => {
  prompts = await readPrompts(join(import.meta.dirname, '../../../prompts'));
});

async function condense(reply: ScriptedReply) {
  const model = createScriptedChatModel([reply]);
  const calls = createModelCalls({
    model,
    prompts,
    run: beginRun('scripted'),
    newMarker: () => createMarker(),
    timeoutMs: 60_000,
  });
  const condensed = await condenseQuestion(calls, 'And over which years?', conversation);
  calls.close();
  return { condensed, content: model.requests[0]?.messages[0]?.content ?? '', run: calls.run };
}

const says = (question: string): ScriptedReply => ({ pieces: [JSON.stringify({ question })] });

describe('condensing a follow-up', () => {
  test('carries over what the conversation said', async () => {
    const { condensed, content, run } = await condense(
      says('Over which  years did the Harrowfen pilot cost £1.2 million?'),
    );
    expect(condensed).toBe('Over which years did the Harrowfen pilot cost £1.2 million?');
    expect(content).toMatch(
      /<<earlier [0-9a-f]{12}>>\nQuestion: What did the Harrowfen pilot cost\?\nAnswer: The pilot cost £1\.2 million over two years\.\n<<end /,
    );
    expect(content).toContain('Answer: none was found');
    expect(content).toMatch(/<<question [0-9a-f]{12}>>\nAnd over which years\?\n<<end /);
    expect(run.steps).toMatchObject([{ step: 'condense', calls: 1 }]);
  });

  test.each([
    ['words of its own', says('Over which years did the Midtown hospital pilot run?')],
    ['a link', says('Which years? See https://harrowfen.pilot/cost')],
    ['a mention', says('Over which years, <@U123>?')],
    ['nothing', says('  ')],
    ['a speech', says('pilot '.repeat(200))],
    ['no JSON', { pieces: ['Over which years did the pilot run?'] }],
    ['half an answer', { pieces: ['{"question": "Over which'], end: 'length' as const }],
    [
      'why it cannot',
      { pieces: [], end: new ChatModelError('unavailable', 'status 503', 'Later.') },
    ],
  ])('is left to the rules when the model says %s', async (_what, reply) => {
    expect((await condense(reply)).condensed).toBeNull();
  });
});
