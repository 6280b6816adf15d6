import { expect, test } from 'vitest';
import { answerSteps, createAnswerStopwatch } from '../../src/bench/answer-stopwatch.ts';

test('every moment belongs to one step, and the model’s to none', () => {
  let now = 100;
  const stopwatch = createAnswerStopwatch(() => now);
  const spend = (step: Parameters<typeof stopwatch.enter>[0], ms: number): void => {
    stopwatch.enter(step);
    now += ms;
  };
  spend('retrieving', 5);
  spend('model', 1_000);
  spend('verifying', 3);
  spend('model', 500);
  spend('verifying', 4);
  const first = stopwatch.finish();
  expect(first).toMatchObject({ retrieving: 5, verifying: 7, parsing: 0 });
  expect(answerSteps.reduce((sum, step) => sum + first[step], 0)).toBe(12);
  now += 50;
  spend('reading', 2);
  expect(stopwatch.finish()).toMatchObject({ reading: 2, retrieving: 0 });
});
