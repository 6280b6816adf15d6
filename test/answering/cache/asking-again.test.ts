import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginRun } from '../../../src/answering/index.ts';
import { ChatModelError } from '../../../src/prompting/index.ts';
import { claimsReply, type ScriptedReply } from '../../fakes/scripted-chat-model.ts';
import { openCachedAsking } from './cached-asking.ts';

const sentence = 'Success is measured by the outcomes achieved for the patient.';
const question = 'How is success measured?';
const claim = 'Success is measured by outcomes for the patient.';
const honest = claimsReply([{ text: claim, quotes: [['P1', sentence]] }]);

let asking: Awaited<ReturnType<typeof openCachedAsking>>;
async function open(...replies: ScriptedReply[]): Promise<void> {
  asking = await openCachedAsking(replies);
  await asking.library.write({ id: 'values', passages: [sentence] });
  await asking.refresh();
}
beforeEach(() => open(honest));
afterEach(() => asking.close());

describe('the same question, asked by somebody else', () => {
  test('gets the same answer, claim by claim, at no cost', async () => {
    const first = await asking.ask(question, { asker: 'U1' });
    const { exchange, claims } = await asking.ask(' how is Success measured', { asker: 'U2' });
    expect(exchange.answer).toEqual(first.exchange.answer);
    expect(exchange.confidence).toBe(first.exchange.confidence);
    expect(claims).toEqual(first.claims);
    expect(claims).toHaveLength(1);
    expect(asking.model.requests).toHaveLength(1);
    const { ownMs, retrievalMs, cacheKey, ...run } = exchange.modelRun ?? beginRun('');
    const { ownMs: _, retrievalMs: __, cacheKey: ___, ...fresh } = beginRun('scripted');
    expect(run).toEqual({ ...fresh, cachedFrom: first.exchange.id, costMicros: 0 });
    expect(first.exchange.modelRun).toMatchObject({ cacheKey, cachedFrom: null, costMicros: 70 });
    expect(ownMs).toBeGreaterThan(0);
    expect(retrievalMs).toBe(0);
  });

  test('is stored without anything of the first one but its answer and its id', async () => {
    const first = await asking.ask('How is success  MEASURED??', {
      asker: 'U1FIRST',
      conversation: 'D1PRIVATE:1.0',
    });
    const { exchange } = await asking.ask(question, { asker: 'U2', conversation: 'C2:1.0' });
    expect(exchange.modelRun?.cachedFrom).toBe(first.exchange.id);
    expect(exchange).toMatchObject({ question, standaloneQuestion: question, asker: 'U2' });
    expect(JSON.stringify(exchange)).not.toMatch(/U1FIRST|D1PRIVATE|MEASURED/);
  });

  test('gets it also when a budget is spent, and is not told that one is', async () => {
    await asking.ask(question);
    asking.spendBudget(asking.clock.now() + 1);
    const { exchange } = await asking.ask(question);
    expect(exchange.answer).toMatchObject({ composer: 'model' });
    expect(exchange.modelRun).toMatchObject({ failure: null, budgetUntil: null, costMicros: 0 });
    const other = await asking.ask('What is success measured by?');
    expect(other.exchange.modelRun?.failure).toBe('over-budget');
  });

  test('is composed anew for who may read less or more, and on another day', async () => {
    await asking.ask(question);
    await asking.ask(question, { audiences: ['public', 'members', 'leads'] });
    expect(asking.model.requests).toHaveLength(2);
    asking.clock.advance(24 * 3_600_000);
    await asking.ask(question);
    expect(asking.model.requests).toHaveLength(3);
  });

  test('is composed anew once somebody found the answer, or its copy, not helpful', async () => {
    await asking.ask(question);
    const copy = await asking.ask(question);
    await asking.judge(copy.exchange, 'not-helpful');
    await asking.ask(question);
    expect(asking.model.requests).toHaveLength(2);
  });

  test('ends when somebody presses Stop', async () => {
    await asking.ask(question);
    const stop = AbortSignal.abort(new Error('stopped'));
    await expect(asking.ask(question, { signal: stop })).rejects.toThrow('stopped');
  });
});

test('who asks the same twice in a row gets another answer', async () => {
  // Too long to be taken for a follow-up.
  const longer = 'How is success for the patient measured, by outcomes or by something else?';
  const mine = { asker: 'U1', conversation: 'D1:1' };
  await asking.ask(longer, mine);
  const again = await asking.ask(longer, mine);
  expect(again.exchange.modelRun?.cachedFrom).toBeNull();
  expect(asking.model.requests).toHaveLength(2);
  const other = await asking.ask(longer, { ...mine, asker: 'U2' });
  expect(other.exchange.modelRun?.cachedFrom).toBe(again.exchange.id);
});

describe('an answer that is not given again', () => {
  const broken = new ChatModelError('cut-off', 'stream ended', 'Try again.');
  test.each<[string, ScriptedReply]>([
    ['the library’s own, when the model failed', { pieces: [], end: broken }],
    ['one that broke off', { pieces: honest.pieces, end: 'length' }],
    ['the library’s own, when no claim held', claimsReply([{ text: claim, quotes: [] }])],
  ])('is %s', async (_name, reply) => {
    await asking.close();
    await open(reply);
    const first = await asking.ask(question);
    expect(first.exchange.answer.kind).toBe('answer');
    expect(first.exchange.modelRun?.cacheKey).toBeNull();
    expect((await asking.ask(question)).exchange.modelRun?.cachedFrom).toBeNull();
  });

  test('that the model finds none is an answer that is', async () => {
    await asking.close();
    await open(claimsReply([]));
    const first = await asking.ask(question);
    expect(first.exchange.answer).toMatchObject({ reason: 'evidence-too-weak' });
    const again = await asking.ask(question);
    expect(again.exchange.modelRun?.cachedFrom).toBe(first.exchange.id);
    expect(again.exchange.answer).toEqual(first.exchange.answer);
  });
});

describe('when the library has changed', () => {
  const textOf = async () => JSON.stringify((await asking.ask(question)).exchange.answer);

  test('nothing is shown of a publication whose audience was narrowed', async () => {
    expect(await textOf()).toContain(sentence);
    await asking.library.write({ id: 'values', passages: [sentence], audience: 'staff' });
    await asking.refresh();
    expect(await textOf()).not.toContain('Success is measured');
  });

  test('nor in the moment before the search has noticed', async () => {
    await textOf();
    await asking.library.write({ id: 'values', passages: [sentence], audience: 'staff' });
    const { exchange } = await asking.ask(question);
    expect(exchange.modelRun?.cachedFrom).toBeNull();
    // What was composed in that moment is not found when the search has noticed.
    await asking.refresh();
    expect(await textOf()).not.toContain('Success is measured');
  });

  test('nothing is shown of one that was retired', async () => {
    await textOf();
    await asking.library.retire('values');
    await asking.refresh();
    expect(await textOf()).not.toContain('Success is measured');
  });

  test('a question is composed anew when an embargo has ended, which changes nothing stored', async () => {
    const embargoedUntil = asking.clock.now() + 3_600_000;
    await asking.library.write({ id: 'later', passages: [`${sentence} Later.`], embargoedUntil });
    await asking.refresh();
    await asking.ask(question);
    expect((await asking.ask(question)).exchange.modelRun?.cachedFrom).not.toBeNull();
    asking.clock.advance(3_600_000);
    expect((await asking.ask(question)).exchange.modelRun?.cachedFrom).toBeNull();
  });
});
