import { describe, expect, test } from 'vitest';
import type { OperatorEvent } from '../../src/observability/operator-event.ts';
import { type ChatModel, ChatModelError, createModelWatch } from '../../src/prompting/index.ts';
import { createScriptedChatModel, type ScriptedReply } from '../fakes/scripted-chat-model.ts';

const fine: ScriptedReply = { pieces: ['{}'] };
const failing = (failure: 'misconfigured' | 'unavailable', reason = 'code'): ScriptedReply => ({
  pieces: [],
  end: new ChatModelError(failure, reason, 'Check OPENAI_API_KEY.'),
});

function setUp(replies: readonly ScriptedReply[]) {
  const raised: OperatorEvent[] = [];
  const watch = createModelWatch('small', { raise: async (event) => void raised.push(event) });
  return { watch, raised, model: watch.watch(createScriptedChatModel(replies)) };
}

async function ask(model: ChatModel): Promise<string> {
  const output = { name: 'any', schema: {} };
  let text = '';
  for await (const chunk of model.stream({ messages: [], output, mostTokens: 10 })) {
    if (chunk.kind === 'text') text += chunk.text;
  }
  return text;
}

const works: OperatorEvent = { kind: 'model-works-again', model: 'small' };

describe('a watched model', () => {
  test('answers as before; its first success of a process may be news', async () => {
    const { model, raised } = setUp([fine]);
    expect(await ask(model)).toBe('{}');
    expect(await ask(model)).toBe('{}');
    expect(raised).toEqual([works]);
  });

  test('lets operators know what they have to mend, and that it is mended', async () => {
    const { model, raised } = setUp([fine, failing('misconfigured', '401 key'), fine]);
    await ask(model);
    await expect(ask(model)).rejects.toThrow(ChatModelError);
    await ask(model);
    expect(raised).toEqual([
      works,
      {
        kind: 'model-misconfigured',
        model: 'small',
        reason: '401 key',
        advice: 'Check OPENAI_API_KEY.',
      },
      works,
    ]);
  });

  test('says nothing of a single failure that passes', async () => {
    const { model, raised } = setUp([fine, failing('unavailable'), fine]);
    await ask(model);
    await expect(ask(model)).rejects.toThrow(ChatModelError);
    await ask(model);
    expect(raised).toEqual([works]);
  });

  test('that is left alone is unavailable until it answers again', async () => {
    const { model, raised, watch } = setUp([fine]);
    await ask(model);
    watch.onStateChange('open', new ChatModelError('timed-out', 'code', 'It took too long.'));
    watch.onStateChange('closed', null);
    await ask(model);
    expect(raised).toEqual([
      works,
      { kind: 'model-unavailable', model: 'small', failure: 'timed-out' },
      works,
    ]);
  });

  test('that is left alone because of what has to be mended is told of once', async () => {
    const { model, raised, watch } = setUp([failing('misconfigured')]);
    await expect(ask(model)).rejects.toThrow(ChatModelError);
    watch.onStateChange('open', new ChatModelError('misconfigured', 'code', 'Check it.'));
    expect(raised).toHaveLength(1);
  });
});
