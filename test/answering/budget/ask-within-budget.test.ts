import { expect, test } from 'vitest';
import {
  type AskRequest,
  createAskQuestion,
  createBudgetGuard,
  createModelSessions,
  createPrices,
  type Exchange,
} from '../../../src/answering/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { createMarker } from '../../../src/prompting/index.ts';
import { createScriptedChatModel } from '../../fakes/scripted-chat-model.ts';
import { onePrompt } from '../model/one-prompt.ts';
import { scriptSearch } from '../scripted-search.ts';
import { createMemorySpendingStore } from './memory-spending-store.ts';

const sentence = 'Success is measured by the outcomes achieved for the patient.';
const none = { tokens: null, costMicros: null };

function setUp() {
  const clock = { now: () => Date.UTC(2026, 10, 22, 12) };
  const store = createMemorySpendingStore();
  const budget = createBudgetGuard({
    model: 'scripted',
    budgets: {
      'person-day': { tokens: 100, costMicros: null },
      'channel-day': { tokens: 10_000, costMicros: null },
      'workspace-month': none,
    },
    store,
    prices: createPrices(null),
    clock,
    log: silentLog,
    events: { raise: async () => {} },
  });
  const exchanges = new Map<string, Exchange>();
  const ask = createAskQuestion({
    ...scriptSearch([{ text: sentence }]),
    openModelSession: createModelSessions({
      model: createScriptedChatModel([{ pieces: ['{"claims": []}'] }]),
      prompts: onePrompt('compose-answer'),
      budget,
      timeoutMs: 60_000,
      log: silentLog,
      newMarker: () => createMarker(),
    }),
    exchanges: {
      save: async (exchange) => void exchanges.set(exchange.id, exchange),
      find: async (id) => exchanges.get(id) ?? null,
      forget: async (id) => void exchanges.delete(id),
      latest: async () => [],
    },
    clock,
    log: silentLog,
    newId: () => `exchange-${exchanges.size}`,
  });
  const question = (asker: string): AskRequest => ({
    question: 'How is success measured?',
    conversation: 'C1:1700000000.000100',
    audiences: ['public'],
    asker,
  });
  return { store, ask: (asker: string) => ask(question(asker)) };
}

test('a question counts for who asked it and for its channel', async () => {
  const { ask, store } = setUp();
  await ask('U1');
  await ask('U2');
  expect(Object.fromEntries(store.spent)).toEqual({
    'person-day U1 2026-11-22': { tokens: 120, costMicros: 0 },
    'person-day U2 2026-11-22': { tokens: 120, costMicros: 0 },
    'channel-day C1 2026-11-22': { tokens: 240, costMicros: 0 },
  });
});

test('over the budget, the library’s own sentences answer, and the exchange says why', async () => {
  const { ask } = setUp();
  await ask('U1');
  const exchange = await ask('U1');
  expect(exchange.answer).toMatchObject({ kind: 'answer', composer: 'extractive' });
  expect(exchange.modelRun).toMatchObject({
    failure: 'over-budget',
    budgetUntil: Date.UTC(2026, 10, 23),
  });
});
