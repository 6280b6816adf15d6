import { describe, expect, test } from 'vitest';
import type { ModelRun, ModelRunFailure } from '../../../src/answering/index.ts';
import { modelNote } from '../../../src/answering/model/model-note.ts';
import { sampleExchange } from '../../fakes/sample-exchange.ts';
import { answered } from '../../fakes/scripted-ask.ts';

const extractive = answered(['Success is judged by outcomes.']);
const byModel = { ...extractive, composer: 'model' as const };
const { modelRun: sampleRun } = sampleExchange();

function run(change: Partial<ModelRun> = {}): ModelRun {
  if (sampleRun === null) throw new Error('the sample has a run');
  return { ...sampleRun, offered: 1, dropped: {}, ...change };
}

test.each([
  ['no model was asked', extractive, null],
  ['the model did its part', byModel, run()],
  ['some of it was dropped', byModel, run({ dropped: { figures: 1 } })],
  ['the model found nothing to say', extractive, run({ offered: 0 })],
  ['an answer is given again though the budget is spent', byModel, run({ failure: 'over-budget' })],
])('says nothing when %s', (_name, answer, modelRun) => {
  expect(modelNote({ answer, modelRun })).toBeNull();
});

test('says until when a budget is spent, and what is shown instead', () => {
  const spent = run({ failure: 'over-budget', budgetUntil: Date.UTC(2026, 10, 23) });
  expect(modelNote({ answer: extractive, modelRun: spent })).toBe(
    'The budget for the language model is used up until 23 November 2026 (UTC), so only the library’s own sentences were searched for an answer.',
  );
  const forNow = run({ failure: 'over-budget', budgetUntil: null });
  expect(modelNote({ answer: extractive, modelRun: forNow })).toContain('used up for now');
});

test('says that nothing could be verified, and what is shown instead', () => {
  const dropped = run({ dropped: { 'no-quote': 1 } });
  expect(modelNote({ answer: extractive, modelRun: dropped })).toMatch(
    /^Nothing the language model wrote could be verified, so only the library’s own sentences/,
  );
});

const failures: Readonly<
  Record<Exclude<ModelRunFailure, 'over-budget'>, readonly [why: RegExp, again: RegExp]>
> = {
  unavailable: [/cannot be reached at the moment/, /again later may help/],
  'rate-limited': [/takes no more questions at the moment/, /again later may help/],
  misconfigured: [/refuses what Concord sends/, /does not help until those who run Concord/],
  refused: [/it declined to answer/i, /in other words may help/],
  filtered: [/a filter of its service withheld/i, /in other words may help/],
  'timed-out': [/it took too long/i, /Asking again may help/],
  'cut-off': [/the connection to it was lost/i, /Asking again may help/],
  length: [/its answer grew too long/i, /narrower question/],
  malformed: [/what it wrote could not be read/i, /Asking again may help/],
};

describe.each(Object.entries(failures))('of a model that failed (%s)', (failure, [why, again]) => {
  const modelRun = run({ failure: failure as ModelRunFailure });

  test('says why, what is shown instead and whether asking again helps', () => {
    const note = modelNote({ answer: extractive, modelRun });
    expect(note).toMatch(/^The language model could not be used, because /);
    expect(note).toMatch(why);
    expect(note).toContain('so only the library’s own sentences were searched for an answer.');
    expect(note).toMatch(again);
  });

  test('says that an answer begun by it may be incomplete', () => {
    const note = modelNote({ answer: byModel, modelRun });
    expect(note).toMatch(/^The language model broke off: this answer may be incomplete\. [A-Z]/);
    expect(note).toMatch(why);
    expect(note).toMatch(again);
  });
});
