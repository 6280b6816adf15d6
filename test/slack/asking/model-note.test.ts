import { expect, test } from 'vitest';
import { beginRun, type ModelRun } from '../../../src/answering/index.ts';
import { modelNote } from '../../../src/slack/asking/model-note.ts';
import { answered } from '../../fakes/scripted-ask.ts';

const extractive = answered(['Success is judged by outcomes.']);
const byModel = { ...extractive, composer: 'model' as const };
const run = (change: Partial<ModelRun> = {}): ModelRun => ({
  ...beginRun('scripted'),
  offered: 1,
  ...change,
});

test.each([
  ['no model was asked', extractive, null, null],
  ['the model did its part', byModel, run(), null],
  ['some of it was dropped', byModel, run({ dropped: { figures: 1 } }), null],
  ['it broke off', byModel, run({ failure: 'cut-off' }), /broke off/],
  ['it could not be used', extractive, run({ failure: 'unavailable' }), /could not be used/],
  [
    'the budget is spent',
    extractive,
    run({ failure: 'over-budget', budgetUntil: Date.UTC(2026, 10, 23) }),
    /budget for the language model is used up until 23 November 2026/,
  ],
  ['nothing of it held', extractive, run({ dropped: { 'no-quote': 1 } }), /could be verified/],
])('says what people should know when %s', (_name, answer, modelRun, expected) => {
  const note = modelNote({ answer, modelRun });
  if (expected === null) expect(note).toBeNull();
  else expect(note).toMatch(expected);
});
