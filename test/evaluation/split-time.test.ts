import { expect, test } from 'vitest';
import type { Exchange } from '../../src/answering/index.ts';
import { splitTime } from '../../src/evaluation/split-time.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';

/** An exchange with its own time, in which the model was waited for so long, step by step. */
function waited(ownMs: number, ...steps: number[]): Exchange {
  const exchange = sampleExchange();
  const { modelRun } = exchange;
  if (modelRun === null) throw new Error('the sample was composed by a model');
  const taken = steps.map((ms) => ({ step: 'compose' as const, calls: 1, ms }));
  return { ...exchange, modelRun: { ...modelRun, ownMs, steps: taken } };
}

test('time is the model’s or Concord’s own, and calls side by side are no more than all of it', () => {
  const outcomes = [
    { exchange: waited(90, 600, 300), milliseconds: 1_000 },
    { exchange: waited(50, 900, 900), milliseconds: 1_000 },
    { exchange: sampleExchange({ modelRun: null }), milliseconds: 5 },
  ];
  expect(splitTime(outcomes)).toEqual({
    model: { p50: 900, p95: 950 },
    own: { p50: 50, p95: 90 },
  });
  expect(splitTime(outcomes.slice(2))).toBeNull();
});
