import { table } from './describe-benchmark.ts';
import type { Percentiles, SlackBenchmark } from './slack-benchmark.ts';

/** What people in Slack wait for, as a table for people. */
export function describeSlackBenchmark({ rate_limits, rows }: SlackBenchmark): string {
  const header = [
    'asked',
    'questions',
    'answered once',
    'seconds',
    'acknowledged p50',
    'p99 ms',
    'first sign p50',
    'p99 ms',
    'first claim p50',
    'p99 ms',
  ];
  const body = rows.map((row) => [
    row.load,
    row.questions,
    row.answered_once,
    row.seconds,
    ...[row.acknowledged, row.first_sign, row.first_claim].flatMap(both),
  ]);
  return [`Slack’s rate limits ${rate_limits ? 'on' : 'off'}`, table([header, ...body])].join('\n');
}

const both = ({ p50, p99 }: Percentiles): (number | null)[] => [p50, p99];
