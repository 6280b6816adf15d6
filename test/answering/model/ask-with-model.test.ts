import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AskProgress,
  createAskQuestion,
  createModelSessions,
  type Exchange,
} from '../../../src/answering/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import {
  ChatModelError,
  createMarker,
  type Prompts,
  readPrompts,
} from '../../../src/prompting/index.ts';
import {
  claimsReply,
  createScriptedChatModel,
  type ScriptedReply,
} from '../../fakes/scripted-chat-model.ts';
import { scriptSearch } from '../scripted-search.ts';

const sentence = 'Success is measured by the outcomes achieved for the patient.';
const other = 'Housing officers visited 14 wards in Harrowfen in 2021.';
const honest = {
  text: 'Success is measured by outcomes for the patient.',
  quotes: [['P1', sentence]],
} as const;
const invented = {
  text: 'Success is measured by money saved.',
  quotes: [['P1', 'Success is measured by the money that was saved.']],
} as const;
const unreachable = new ChatModelError('unavailable', 'status 503', 'Try again later.');

let prompts: Prompts;
beforeAll(async () => {
  prompts = await readPrompts(join(import.meta.dirname, '../../../prompts'));
});

async function ask(replies: readonly ScriptedReply[], signal?: AbortSignal) {
  const model = createScriptedChatModel(replies);
  const clock = { now: () => Date.UTC(2026, 10, 22) };
  const saved = new Map<string, Exchange>();
  const progress: AskProgress[] = [];
  const askQuestion = createAskQuestion({
    ...scriptSearch([{ text: `${sentence} ${other}` }]),
    openModelSession: createModelSessions({
      model,
      prompts,
      budget: null,
      timeoutMs: 60_000,
      log: silentLog,
      newMarker: () => createMarker(),
    }),
    exchanges: {
      save: async (exchange) => void saved.set(exchange.id, exchange),
      find: async (id) => saved.get(id) ?? null,
      forget: async (id) => void saved.delete(id),
      latest: async () => [],
    },
    clock,
    log: silentLog,
    newId: () => 'one',
  });
  const exchange = await askQuestion({
    question: 'How is success measured?',
    conversation: 'C1:1',
    audiences: ['public'],
    onProgress: (step) => void progress.push(step),
    ...(signal === undefined ? {} : { signal }),
  });
  return { exchange, model, shown: progress.filter(({ kind }) => kind === 'claim') };
}

const textsOf = ({ answer }: Exchange): string[] =>
  answer.kind === 'answer' ? answer.claims.map(({ text }) => text) : [];

describe('an answer composed by a model', () => {
  test('is made of its verified claims, with their quotes and sources', async () => {
    const { exchange, shown, model } = await ask([claimsReply([honest])]);
    expect(exchange.answer).toMatchObject({
      kind: 'answer',
      composer: 'model',
      claims: [{ text: honest.text, citations: [1], quotes: [{ text: sentence }] }],
      sources: [{ number: 1 }],
    });
    expect(shown).toHaveLength(1);
    expect(exchange.modelRun).toMatchObject({
      model: 'scripted',
      prompts: [prompts.get('compose-answer').hash],
      usage: { input: 100, output: 20 },
      offered: 1,
      failure: null,
    });
    const content = model.requests[0]?.messages[0]?.content ?? '';
    expect(content).toContain(sentence);
    expect(content).toMatch(/<<question [0-9a-f]{12}>>\nHow is success measured\?\n<<end /);
  });

  test('holds no claim whose quote was invented, unless a second attempt mends it', async () => {
    const dropped = await ask([claimsReply([invented, honest]), claimsReply([invented])]);
    expect(textsOf(dropped.exchange)).toEqual([honest.text]);
    expect(dropped.exchange.modelRun).toMatchObject({ offered: 2, repaired: 0 });
    expect(dropped.exchange.modelRun?.dropped).toEqual({ 'quote-not-found': 1 });

    const mended = await ask([claimsReply([invented]), claimsReply([honest])]);
    expect(textsOf(mended.exchange)).toEqual([honest.text]);
    expect(mended.exchange.modelRun).toMatchObject({ offered: 1, repaired: 1, dropped: {} });
    expect(mended.model.requests).toHaveLength(2);
    expect(mended.exchange.modelRun?.usage).toMatchObject({ input: 200, output: 40 });
  });

  test('gives way to the library’s own sentences when nothing of it holds', async () => {
    const { exchange, shown } = await ask([claimsReply([invented]), claimsReply([])]);
    expect(exchange.answer).toMatchObject({ kind: 'answer', composer: 'extractive' });
    expect(shown.length).toBeGreaterThan(0);
  });

  test.each([
    ['cannot be reached', { pieces: [], end: unreachable }, 'unavailable'],
    ['says no JSON', { pieces: ['Sorry, I cannot do that.'] }, 'malformed'],
    ['is withheld', { pieces: ['{"claims": ['], end: 'filtered' as const }, 'filtered'],
  ])('gives way when the model %s', async (_name, reply, failure) => {
    const { exchange } = await ask([reply]);
    expect(exchange.answer).toMatchObject({ kind: 'answer', composer: 'extractive' });
    expect(exchange.modelRun?.failure).toBe(failure);
  });

  test('keeps what was verified when the model breaks off', async () => {
    const { pieces } = claimsReply([honest, invented]);
    const cut = pieces.slice(0, Math.ceil(pieces.length * 0.7));
    const { exchange } = await ask([{ pieces: cut, end: 'length' }, claimsReply([])]);
    expect(textsOf(exchange)).toEqual([honest.text]);
    expect(exchange.modelRun?.failure).toBe('length');
  });

  test('gives way when its claims are too long to be read, which is not finding no answer', async () => {
    const { exchange } = await ask([claimsReply([{ ...honest, text: 'x'.repeat(700) }])]);
    expect(exchange.answer).toMatchObject({ kind: 'answer', composer: 'extractive' });
    expect(exchange.modelRun).toMatchObject({ offered: 1, failure: null });
  });

  test('counts what was dropped, also when a second attempt cannot be had', async () => {
    const { exchange } = await ask([
      claimsReply([honest, invented]),
      { pieces: [], end: unreachable },
    ]);
    expect(textsOf(exchange)).toEqual([honest.text]);
    expect(exchange.modelRun?.dropped).toEqual({ 'quote-not-found': 1 });
  });

  test('is an abstention when the model finds no answer', async () => {
    const { exchange } = await ask([claimsReply([])]);
    expect(exchange.answer).toMatchObject({ kind: 'abstention', reason: 'evidence-too-weak' });
  });

  test('ends when somebody presses Stop', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(ask([claimsReply([honest])], stop.signal)).rejects.toThrow('stopped');
  });
});
