import { expect, test } from 'vitest';
import { describeSlackBenchmark } from '../../src/bench/describe-slack-benchmark.ts';
import { benchmarkSlack } from '../../src/bench/slack-benchmark.ts';
import type { QuestionTimes, SlackLoad } from '../../src/bench/slack-load.ts';

const times = (milliseconds: number, replies = 1): QuestionTimes => ({
  acknowledged: milliseconds,
  firstSign: milliseconds * 2,
  firstWords: milliseconds * 3,
  finished: milliseconds * 4,
  replies,
});
const never: QuestionTimes = {
  acknowledged: 1,
  firstSign: 1,
  firstWords: null,
  finished: null,
  replies: 0,
};

async function measure(burst: QuestionTimes[]) {
  const asked: string[] = [];
  let closed = false;
  const load: SlackLoad = {
    askOne: async (text) => {
      asked.push(text);
      return times(1);
    },
    askMany: async (texts) => {
      expect(texts).toHaveLength(4);
      return burst;
    },
    askSteadily: async () => [times(5)],
    close: async () => {
      closed = true;
    },
  };
  const run = await benchmarkSlack(async () => load, {
    questions: ['Who?', 'Why?'],
    burst: 4,
    rateLimits: true,
    note: () => {},
  });
  expect(closed).toBe(true);
  return { run, asked };
}

test('what people wait for is told by percentiles that were measured', async () => {
  const { run, asked } = await measure([times(1), times(2), times(3), times(100)]);
  expect(new Set(asked)).toEqual(new Set(['Who?', 'Why?']));
  expect(run.rows.map(({ load }) => load)).toEqual([
    'one at a time',
    'while 100 wait',
    '4 at once',
  ]);
  expect(run.rows[2]).toMatchObject({
    questions: 4,
    answered_once: 4,
    acknowledged: { p50: 2, p99: 100 },
    first_sign: { p50: 4, p99: 200 },
    first_claim: { p50: 6, p99: 300 },
  });
});

test('an answer that never comes, or comes twice, is told of', async () => {
  const { run } = await measure([times(1), times(1), times(1, 2), never]);
  expect(run.rows[2]).toMatchObject({
    answered_once: 2,
    first_claim: { p50: 3, p99: null },
  });
  expect(describeSlackBenchmark(run)).toMatch(/4 at once +4 +2 /);
});
