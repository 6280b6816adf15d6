import { beforeEach, describe, expect, test } from 'vitest';
import { createAskQuestion, type Exchange, type ExchangeStore } from '../../src/answering/index.ts';
import { scriptSearch } from './scripted-search.ts';

const text =
  'Success is measured by the outcomes achieved for the patient. Housing officers visit wards in Harrowfen on Mondays.';

function createMemoryExchanges(): ExchangeStore & { saved: Exchange[] } {
  const saved: Exchange[] = [];
  return {
    saved,
    save: async (exchange) => {
      if (!saved.some(({ id }) => id === exchange.id)) saved.push(exchange);
    },
    find: async (id) => saved.find((exchange) => exchange.id === id) ?? null,
    forget: async (id) => {
      const index = saved.findIndex((exchange) => exchange.id === id);
      if (index >= 0) saved.splice(index, 1);
    },
    latest: async (conversation, limit) =>
      saved.filter((exchange) => exchange.conversation === conversation).slice(-limit),
  };
}

let search = scriptSearch([{ text }]);
let exchanges = createMemoryExchanges();
let logged: unknown[] = [];

function ask(request: Partial<Parameters<ReturnType<typeof createAskQuestion>>[0]> = {}) {
  let now = 1_000;
  const log = (...entry: unknown[]): void => void logged.push(entry);
  return createAskQuestion({
    ...search,
    exchanges,
    clock: {
      now: () => {
        now += 5;
        return now;
      },
    },
    log: { debug: log, info: log, warn: log, error: log },
    openModelSession: null,
    newId: () => `id-${exchanges.saved.length + 1}`,
  })({
    question: 'How is success measured?',
    conversation: 'C1:1',
    audiences: ['public', 'members'],
    ...request,
  });
}

beforeEach(() => {
  search = scriptSearch([{ text }]);
  exchanges = createMemoryExchanges();
  logged = [];
});

describe('asking', () => {
  test('answers and stores the exchange', async () => {
    const exchange = await ask();
    expect(exchange).toMatchObject({
      id: 'id-1',
      question: 'How is success measured?',
      standaloneQuestion: 'How is success measured?',
      answer: { kind: 'answer', composer: 'extractive' },
      askedAt: 1_005,
      durationMs: 5,
    });
    expect(exchanges.saved).toEqual([exchange]);
  });

  test('looks only where the asker may look', async () => {
    await ask({ audiences: ['public', 'group:discharge-board'] });
    expect(search.requests[0]?.audiences).toEqual(['public', 'group:discharge-board']);
  });

  test('answers once under one id', async () => {
    const first = await ask({ exchangeId: 'event-7' });
    const again = await ask({ exchangeId: 'event-7', question: 'Something else?' });
    expect(again).toBe(first);
    expect(search.requests).toHaveLength(1);
  });

  test('gives the exchange of whoever was first when two answer at once', async () => {
    const both = await Promise.all([
      ask({ exchangeId: 'e' }),
      ask({ exchangeId: 'e', question: 'Where are officers?' }),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(exchanges.saved).toHaveLength(1);
  });

  test('stops when told to and stores nothing', async () => {
    const controller = new AbortController();
    controller.abort(new Error('gone'));
    await expect(ask({ signal: controller.signal })).rejects.toThrow('gone');
    expect(exchanges.saved).toEqual([]);
    expect(search.requests).toEqual([]);
  });

  test('takes identifiers out before anything is looked up, stored or logged', async () => {
    const exchange = await ask({ question: 'How is success measured for 943 476 5919 (a@b.uk)?' });
    const everything = JSON.stringify([exchange, search.requests, logged]);
    expect(everything).not.toMatch(/943|a@b/);
    expect(exchange.question).toBe('How is success measured for [NHS number] ([email address])?');
  });

  test('logs neither question nor answer', async () => {
    await ask();
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/success|outcomes/i);
    expect(JSON.stringify(logged)).toMatch(/question-answered/);
  });

  test('looks nothing up for a greeting', async () => {
    const { answer, confidence } = await ask({ question: 'Good morning!' });
    expect(answer).toEqual({ kind: 'abstention', reason: 'no-question', nearest: [] });
    expect(confidence).toBe(0);
    expect(search.requests).toEqual([]);
  });
});

describe('a follow-up', () => {
  test('is looked up with the question before it, small talk passed over', async () => {
    await ask({ question: 'Where do housing officers visit wards?' });
    await ask({ question: 'thanks!' });
    const exchange = await ask({ question: 'and in Northmere?' });
    expect(exchange.question).toBe('and in Northmere?');
    expect(exchange.standaloneQuestion).toContain('housing officers');
    expect(search.requests.at(-1)?.query).toBe(exchange.standaloneQuestion);
  });

  test('takes nothing from another conversation', async () => {
    await ask({ conversation: 'C2:1' });
    expect((await ask({ question: 'why?' })).standaloneQuestion).toBe('why?');
  });

  test('takes nothing from what was answered for people who may read more', async () => {
    await ask({ audiences: ['public', 'members', 'staff'] });
    expect((await ask({ question: 'why?' })).standaloneQuestion).toBe('why?');
    expect(
      (await ask({ question: 'why?', audiences: ['public', 'members', 'staff'] }))
        .standaloneQuestion,
    ).not.toBe('why?');
  });
});
