import { describe, expect, test } from 'vitest';
import {
  type BudgetLimit,
  type BudgetState,
  type Budgets,
  type ComposeWithModel,
  createBudgetedComposer,
  createPrices,
  type SpendingStore,
} from '../../../src/answering/index.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { createMemorySpendingStore } from './memory-spending-store.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const noon = Date.UTC(2026, 10, 22, 12);
const midnight = Date.UTC(2026, 10, 23);
const december = Date.UTC(2026, 11, 1);

const none: BudgetLimit = { tokens: null, costMicros: null };
const tokens = (most: number): BudgetLimit => ({ tokens: most, costMicros: null });
const micros = (most: number): BudgetLimit => ({ tokens: null, costMicros: most });

/** Each answer uses 120 tokens. */
function setUp(
  budgets: Partial<Budgets>,
  options: { model?: string; store?: SpendingStore; compose?: ComposeWithModel } = {},
) {
  const { model = 'local', store = createMemorySpendingStore() } = options;
  const clock = createTestClock(noon);
  const { log, entries } = createRecordingLog();
  const told: BudgetState[] = [];
  let asked = 0;
  const compose: ComposeWithModel = async () => {
    asked += 1;
    const usage = { input: 100, cachedInput: 0, output: 20 };
    const run = { model, prompts: ['p'], usage, offered: 0, repaired: 0, dropped: {} };
    return { answer: null, foundNothing: true, run: { ...run, failure: null } };
  };
  const budgeted = createBudgetedComposer(options.compose ?? compose, {
    model,
    budgets: { 'person-day': none, 'channel-day': none, 'workspace-month': none, ...budgets },
    store,
    prices: createPrices(null),
    clock,
    log,
    onNearlySpent: (budget) => void told.push(budget),
  });
  const ask = async (asker?: string, channel?: string) => {
    const who = {
      ...(asker === undefined ? {} : { asker }),
      ...(channel === undefined ? {} : { channel }),
    };
    const { run } = await budgeted({ question: 'Why?', passages: [], texts: new Map(), ...who });
    return run;
  };
  return { ask, budgeted, clock, entries, told, store, asked: () => asked };
}

describe('composing within budgets', () => {
  test('asks as often as one likes, and counts nothing, without a budget', async () => {
    const store = createMemorySpendingStore();
    const { ask, asked } = setUp({}, { store });
    for (let question = 0; question < 20; question += 1) {
      expect((await ask('U1', 'C1')).failure).toBeNull();
    }
    expect(asked()).toBe(20);
    expect(store.spent.size).toBe(0);
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
    expect(entries).toContainEqual(expect.objectContaining({ msg: 'budget-spent' }));
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

  test('tells once a month that the workspace’s budget is nearly spent', async () => {
    const { ask, told, clock } = setUp({
      'person-day': tokens(1_000),
      'workspace-month': tokens(450),
    });
    await ask('U1');
    await ask('U1');
    expect(told).toEqual([]);
    await ask('U1');
    expect(told).toEqual([
      {
        scope: 'workspace-month',
        limit: tokens(450),
        spent: { tokens: 360, costMicros: 0 },
        until: december,
      },
    ]);
    await ask('U1');
    await ask('U1');
    expect(told).toHaveLength(1);
    clock.advance(9 * dayMs);
    for (let question = 0; question < 3; question += 1) await ask('U1');
    expect(told).toHaveLength(2);
  });

  test('tells of a budget that was lowered below what is spent', async () => {
    const store = createMemorySpendingStore();
    await setUp({ 'workspace-month': tokens(10_000) }, { store }).ask();
    const { ask, told } = setUp({ 'workspace-month': tokens(100) }, { store });
    expect((await ask()).failure).toBe('over-budget');
    expect(told).toHaveLength(1);
  });

  test('counts an estimate of an answer that was stopped, and nothing of one not begun', async () => {
    const store = createMemorySpendingStore();
    const stop = new AbortController();
    const { budgeted } = setUp(
      { 'person-day': tokens(1_000) },
      {
        store,
        compose: async ({ signal }) => {
          stop.abort(new Error('stopped'));
          signal?.throwIfAborted();
          throw new Error('not stopped');
        },
      },
    );
    const question = 'Why is the sky blue?';
    const request = { question, passages: [], texts: new Map(), asker: 'U1', signal: stop.signal };
    await expect(budgeted(request)).rejects.toThrow('stopped');
    const counted = new Map([['person-day U1 2026-11-22', { tokens: 5, costMicros: 0 }]]);
    expect(store.spent).toEqual(counted);
    await expect(budgeted(request)).rejects.toThrow('stopped');
    expect(store.spent).toEqual(counted);
  });

  test.each([
    ['was composed', 1, 1],
    ['could not be had', 0, 0],
  ])(
    'is estimated where the service says nothing and an answer %s',
    async (_is, offered, counted) => {
      const store = createMemorySpendingStore();
      const usage = { input: 0, cachedInput: 0, output: 0 };
      const run = { model: 'local', prompts: [], usage, offered, repaired: 0, dropped: {} };
      const compose: ComposeWithModel = async () => ({
        answer: null,
        foundNothing: false,
        run: { ...run, failure: null },
      });
      await setUp({ 'person-day': tokens(1_000) }, { store, compose }).ask('U1');
      expect(store.spent.size).toBe(counted);
    },
  );

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
