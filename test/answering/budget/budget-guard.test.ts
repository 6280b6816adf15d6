import { describe, expect, test } from 'vitest';
import {
  type BudgetLimit,
  type Budgets,
  createBudgetGuard,
  createModelSessions,
  createPrices,
  type SpendingStore,
} from '../../../src/answering/index.ts';
import { createOperatorEvents } from '../../../src/observability/operator-events.ts';
import { createMarker } from '../../../src/prompting/index.ts';
import { createMemoryOperatorEventStore } from '../../fakes/memory-operator-event-store.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';
import { createScriptedChatModel } from '../../fakes/scripted-chat-model.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { onePrompt } from '../model/one-prompt.ts';
import { createMemorySpendingStore } from './memory-spending-store.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const noon = Date.UTC(2026, 10, 22, 12);
const midnight = Date.UTC(2026, 10, 23);
const december = Date.UTC(2026, 11, 1);

const none: BudgetLimit = { tokens: null, costMicros: null };
const tokens = (most: number): BudgetLimit => ({ tokens: most, costMicros: null });
const micros = (most: number): BudgetLimit => ({ tokens: null, costMicros: most });

const noUsage = { input: 0, cachedInput: 0, output: 0 };

/** Each answer uses 120 tokens. */
function setUp(budgets: Partial<Budgets>, options: { model?: string; store?: SpendingStore } = {}) {
  const { model = 'local', store = createMemorySpendingStore() } = options;
  const clock = createTestClock(noon);
  const { log, entries } = createRecordingLog();
  const operatorEvents = createMemoryOperatorEventStore();
  const events = createOperatorEvents({ store: operatorEvents, clock, log });
  const scripted = createScriptedChatModel([{ pieces: ['{}'] }]);
  const budget = createBudgetGuard({
    model,
    budgets: { 'person-day': none, 'channel-day': none, 'workspace-month': none, ...budgets },
    store,
    prices: createPrices(null),
    clock,
    log,
    events,
  });
  const open = createModelSessions({
    model: scripted,
    prompts: onePrompt('compose-answer'),
    budget,
    timeoutMs: 60_000,
    log,
    newMarker: () => createMarker(),
  });
  const ask = async (asker?: string, channel?: string, foreseen?: number) => {
    const usage = foreseen === undefined ? {} : { foreseen: { ...noUsage, input: foreseen } };
    const session = await open({ asker, channel, ...usage });
    const call = { step: 'compose', prompt: 'compose-answer', mostTokens: 100 } as const;
    for await (const _ of session.calls?.stream({ ...call, values: () => ({}) }) ?? []);
    return session.finish();
  };
  const told = () => operatorEvents.all.map(({ event }) => event);
  return { ask, clock, entries, told, store, asked: () => scripted.requests.length };
}

describe('a model within budgets', () => {
  test('asks as often as one likes, and counts nothing, without a budget', async () => {
    const store = createMemorySpendingStore();
    const { ask, asked } = setUp({}, { store });
    for (let question = 0; question < 20; question += 1) {
      expect((await ask('U1', 'C1')).failure).toBeNull();
    }
    expect(asked()).toBe(20);
    expect(store.spent.size).toBe(0);
  });

  test('does not begin what is going to use more than is left', async () => {
    const { ask, asked } = setUp({ 'person-day': tokens(1_000) });
    await ask('U1', 'C1');
    expect(await ask('U1', 'C1', 881)).toMatchObject({
      failure: 'over-budget',
      budgetUntil: midnight,
    });
    expect((await ask('U1', 'C1', 880)).failure).toBeNull();
    expect((await ask('U2', 'C1', 881)).failure).toBeNull();
    expect(asked()).toBe(3);
  });

  test('does not ask once a person’s day is spent, until the next day begins', async () => {
    const { ask, asked, clock, entries } = setUp({ 'person-day': tokens(240) });
    await ask('U1', 'C1');
    await ask('U1', 'C2');
    expect(await ask('U1', 'C3')).toMatchObject({
      failure: 'over-budget',
      budgetUntil: midnight,
      usage: { input: 0, output: 0 },
      costMicros: 0,
    });
    expect(asked()).toBe(2);
    expect(entries).toContainEqual(expect.objectContaining({ msg: 'model-over-budget' }));
    expect(JSON.stringify(entries)).not.toContain('U1');
    expect((await ask('U2', 'C1')).failure).toBeNull();

    clock.advance(midnight - noon - 1);
    expect((await ask('U1')).failure).toBe('over-budget');
    clock.advance(1);
    expect((await ask('U1')).failure).toBeNull();
  });

  test('limits a channel whoever asks in it', async () => {
    const { ask } = setUp({ 'channel-day': tokens(121) });
    await ask('U1', 'C1');
    await ask('U2', 'C1');
    expect((await ask('U3', 'C1')).failure).toBe('over-budget');
    expect((await ask('U3', 'C2')).failure).toBeNull();
  });

  test('limits the workspace whoever asks wherever, over days and not over months', async () => {
    const { ask, clock } = setUp({ 'workspace-month': tokens(200) });
    await ask('U1', 'C1');
    clock.advance(dayMs);
    await ask();
    expect(await ask('U2')).toMatchObject({ failure: 'over-budget', budgetUntil: december });
    clock.advance(8 * dayMs);
    expect((await ask('U2')).failure).toBeNull();
  });

  test('says when the last of several spent budgets begins anew', async () => {
    const { ask } = setUp({ 'person-day': tokens(1), 'workspace-month': tokens(1) });
    await ask('U1');
    expect((await ask('U1')).budgetUntil).toBe(december);
  });

  test('limits money and says what an answer cost, where the price is known', async () => {
    // 100 × $0.15 + 20 × $0.60 for a million.
    const { ask } = setUp({ 'person-day': micros(54) }, { model: 'gpt-4o-mini' });
    expect((await ask('U1')).costMicros).toBe(27);
    await ask('U1');
    expect((await ask('U1')).failure).toBe('over-budget');
  });

  test('limits tokens alone where the price is not known', async () => {
    const store = createMemorySpendingStore();
    // Another model, with a price, was asked before.
    await setUp({ 'workspace-month': micros(1) }, { store, model: 'gpt-4o' }).ask('U1');
    const limit = { tokens: 130, costMicros: 1 };
    const { ask } = setUp({ 'person-day': limit, 'workspace-month': micros(1) }, { store });
    expect(await ask('U1')).toMatchObject({ costMicros: null, failure: null });
    expect((await ask('U1')).failure).toBeNull();
    expect((await ask('U1')).failure).toBe('over-budget');
  });

  test('lets operators know once a month that the workspace’s is nearly spent, and spent', async () => {
    const { ask, told, clock } = setUp({
      'person-day': tokens(1_000),
      'workspace-month': tokens(450),
    });
    await ask('U1');
    await ask('U1');
    expect(told()).toEqual([]);
    await ask('U1');
    const nearly = {
      kind: 'budget-nearly-spent',
      model: 'local',
      period: '2026-11',
      limit: tokens(450),
      spent: { tokens: 360, costMicros: 0 },
      until: december,
    };
    expect(told()).toEqual([nearly]);
    for (let question = 0; question < 3; question += 1) await ask('U1');
    const spent = { ...nearly, kind: 'budget-spent', spent: { tokens: 480, costMicros: 0 } };
    expect(told()).toEqual([nearly, spent]);
    clock.advance(9 * dayMs);
    for (let question = 0; question < 3; question += 1) await ask('U1');
    expect(told()).toHaveLength(3);
  });

  test('lets operators know that it is spent, and no more, where one answer spends the rest', async () => {
    const { ask, told } = setUp({ 'workspace-month': tokens(130) });
    await ask();
    await ask();
    await ask();
    expect(told().map(({ kind }) => kind)).toEqual(['budget-nearly-spent', 'budget-spent']);
    const lowered = setUp({ 'workspace-month': tokens(100) });
    await lowered.ask();
    expect(lowered.told().map(({ kind }) => kind)).toEqual(['budget-spent']);
  });

  test('lets operators know of one that was lowered below what is spent', async () => {
    const store = createMemorySpendingStore();
    await setUp({ 'workspace-month': tokens(10_000) }, { store }).ask();
    const { ask, told } = setUp({ 'workspace-month': tokens(100) }, { store });
    expect((await ask()).failure).toBe('over-budget');
    expect(told()).toHaveLength(1);
  });

  test('tells operators nothing of people’s and channels’ own', async () => {
    const { ask, told, entries } = setUp({ 'person-day': tokens(100), 'channel-day': tokens(100) });
    await ask('U1', 'C1');
    expect((await ask('U1', 'C1')).failure).toBe('over-budget');
    expect(told()).toEqual([]);
    expect(entries).toContainEqual(
      expect.objectContaining({ msg: 'model-over-budget', set: 'BUDGET_PERSON_DAY_…' }),
    );
  });

  test('keeps an answer that could not be counted', async () => {
    const broken: SpendingStore = {
      ...createMemorySpendingStore(),
      add: () => Promise.reject(new Error('the disk is full')),
    };
    const { ask, entries } = setUp({ 'person-day': tokens(1) }, { store: broken });
    expect((await ask('U1')).failure).toBeNull();
    expect(entries).toContainEqual(expect.objectContaining({ msg: 'spending-not-recorded' }));
  });
});
