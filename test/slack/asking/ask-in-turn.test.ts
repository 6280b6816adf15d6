import { expect, test } from 'vitest';
import { createAskInTurn } from '../../../src/slack/asking/ask-in-turn.ts';
import { answered, createScriptedAsk } from '../../fakes/scripted-ask.ts';

const request = (question: string) => ({ question, conversation: 'C1:1.0', audiences: [] });

test('what comes from outside is dealt with between two questions that began together', async () => {
  const order: string[] = [];
  const { ask } = createScriptedAsk(({ question }) => {
    order.push(question);
    return answered(['A.']);
  });
  const inTurn = createAskInTurn(ask);
  const both = Promise.all([inTurn(request('first')), inTurn(request('second'))]);
  setImmediate(() => setImmediate(() => order.push('outside')));
  await both;
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(order).toEqual(['first', 'outside', 'second']);
});

test('a question that was stopped while it waited is not begun, and holds up no other', async () => {
  const { ask, requests } = createScriptedAsk(() => answered(['A.']));
  const inTurn = createAskInTurn(ask);
  const stop = new AbortController();
  const stopped = inTurn({ ...request('first'), signal: stop.signal });
  const other = inTurn(request('second'));
  stop.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  await other;
  expect(requests.map(({ question }) => question)).toEqual(['second']);
});
