import { describe, expect, test } from 'vitest';
import { findPassages } from '../../../src/answering/find-passages.ts';
import type { AskProgress } from '../../../src/answering/index.ts';
import { gatherPassages } from '../../../src/answering/research/gather-passages.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { type ChatModel, ChatModelError } from '../../../src/prompting/index.ts';
import { createScriptedChatModel, type ScriptedReply } from '../../fakes/scripted-chat-model.ts';
import { callsOf, planReply, stepReply } from './research-setting.ts';
import { createWordSearch } from './word-search.ts';

const library = [
  ...Array.from({ length: 14 }, (_, index) => ({
    text: `Discharge letters of ward ${index} are written the same day.`,
    publication: { id: `ward-${index}` },
  })),
  { text: 'Pharmacists check medicines at night.', publication: { id: 'pharmacy' } },
  { text: 'The night service was begun by Quillbridge.', publication: { id: 'night' } },
];
const simple = 'When are discharge letters written?';
const comparison = 'What is the difference between discharge letters and medicines at night?';

async function gather(question: string, replies: readonly ScriptedReply[]) {
  const search = createWordSearch(library);
  const model = createScriptedChatModel(replies);
  const calls = callsOf(model);
  const progress: AskProgress[] = [];
  const scope = { audiences: ['public'] as const };
  const first = await findPassages(search, question, scope);
  const parts = { ...search, log: silentLog };
  const onProgress = (step: AskProgress): void => void progress.push(step);
  const gathered = await gatherPassages(parts, first, { ...scope, onProgress }, calls).finally(() =>
    calls.close(),
  );
  return {
    ...gathered,
    first,
    progress,
    asked: model.requests.map(({ output }) => output.name),
    queries: search.requests.slice(1).map(({ query }) => query),
    ids: gathered.passages.map(({ publication }) => publication.id),
  };
}

describe('what an answer is composed from', () => {
  test('is what one search has found, for a simple question, without asking a model', async () => {
    const { passages, first, asked, queries, progress } = await gather(simple, [planReply('one')]);
    expect(passages).toBe(first.found.passages);
    expect([asked, queries, progress]).toEqual([[], [], []]);
  });

  test('is the same when the model’s plan is one search', async () => {
    const { passages, first, asked, queries, isComparison } = await gather(comparison, [
      planReply('one'),
    ]);
    expect(isComparison).toBe(false);
    expect(asked).toEqual(['plan-search']);
    expect(passages).toBe(first.found.passages);
    expect(queries).toEqual([]);
  });

  test('represents each part from the beginning', async () => {
    const parts = ['When are discharge letters written?', 'Who checks medicines at night?'];
    const { ids, queries, texts, progress, isComparison } = await gather(comparison, [
      planReply('several', parts),
    ]);
    expect(queries).toEqual(parts);
    expect(ids.slice(0, 3)).toContain('pharmacy');
    expect(new Set(ids).size).toBe(ids.length);
    expect(texts.get('pharmacy')?.text).toContain('Pharmacists');
    expect(progress).toEqual([{ kind: 'planning' }, { kind: 'searching-parts', parts: 2 }]);
    expect(isComparison).toBe(true);
  });

  test('needs no plan for questions that each end in a question mark', async () => {
    const { asked, queries } = await gather(
      'When are discharge letters written? And who checks medicines?',
      [planReply('one')],
    );
    expect(asked).toEqual([]);
    expect(queries).toEqual(['When are discharge letters written?', 'And who checks medicines?']);
  });

  test('is what was found step by step, with the first search', async () => {
    const question = 'What did the service that checks medicines say about Quillbridge wards?';
    const { ids, texts, asked, progress, passages, first } = await gather(question, [
      planReply('research', ['Who checks medicines?']),
      stepReply(['service begun night']),
      stepReply([]),
    ]);
    expect(asked).toEqual(['plan-search', 'research-library', 'research-library']);
    expect(ids).toEqual(expect.arrayContaining(['pharmacy', 'night']));
    expect(passages).toEqual(expect.arrayContaining(first.found.passages));
    expect([...texts.keys()]).toEqual(expect.arrayContaining([...new Set(ids)]));
    expect(progress).toEqual([
      { kind: 'planning' },
      { kind: 'researching', step: 1 },
      { kind: 'researching', step: 2 },
    ]);
  });
});

describe('one search does', () => {
  const unreachable = new ChatModelError('unavailable', 'status 503', 'Later.');
  test.each<[string, ScriptedReply]>([
    ['the model cannot be reached', { pieces: [], end: unreachable }],
    ['the plan is no JSON', { pieces: ['Compare the two.'] }],
    ['the plan is of another kind', planReply('web', ['One?', 'Two?'])],
    ['there is one part', planReply('several', ['Who checks medicines?'])],
    ['the parts are the question', planReply('several', [comparison, comparison.toUpperCase()])],
    ['the parts are too long', planReply('several', ['a '.repeat(400), 'b '.repeat(400)])],
    ['they hold links', planReply('several', ['See https://a.example', 'Ask @amira', '??'])],
  ])('when %s', async (_why, reply) => {
    const { passages, first, queries } = await gather(comparison, [reply]);
    expect(passages).toBe(first.found.passages);
    expect(queries).toEqual([]);
  });

  test('when the plan is long in coming, and there is time left for the answer', async () => {
    const hanging: ChatModel = {
      name: 'hanging',
      async *stream({ signal }) {
        yield { kind: 'text', text: '{' };
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
        signal?.throwIfAborted();
      },
    };
    const search = { ...createWordSearch(library), log: silentLog };
    const calls = callsOf(hanging, { timeoutMs: 1_000 });
    const first = await findPassages(search, comparison, { audiences: ['public'] });
    const gathered = await gatherPassages(search, first, { audiences: ['public'] }, calls);
    expect(gathered.passages).toBe(first.found.passages);
    expect(calls.timeLeft()).toBeGreaterThan(200);
    calls.close();
  });

  test('beside the first four parts of a plan with many', async () => {
    const parts = ['one', 'two', 'three', 'four', 'five'].map((word) => `Letters ${word}?`);
    const { queries } = await gather(comparison, [planReply('several', parts)]);
    expect(queries).toEqual(parts.slice(0, 4));
  });
});
