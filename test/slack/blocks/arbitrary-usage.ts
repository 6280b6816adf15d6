import fc from 'fast-check';
import type { BudgetUse, UsageReport, UsageSum } from '../../../src/answering/index.ts';
import { anyText } from './arbitrary-answers.ts';

const amount = fc.nat({ max: 2_000_000_000 });
const sum: fc.Arbitrary<UsageSum> = fc.record({
  questions: amount,
  reports: amount,
  composed: amount,
  input: amount,
  cachedInput: amount,
  output: amount,
  costMicros: amount,
  unpriced: amount,
});
const limit = fc.record({ tokens: fc.option(amount), costMicros: fc.option(amount) });

const budget: fc.Arbitrary<BudgetUse> = fc.record({
  scope: fc.constantFrom('person-day', 'channel-day', 'workspace-month'),
  period: fc.constantFrom('2026-11', '2026-11-22'),
  limit,
  users: amount,
  spent: amount,
  highest: fc.double({ min: 0, max: 1_000, noNaN: true }),
});

/** Reports of usage, of any size. */
export const anyUsageReport: fc.Arbitrary<UsageReport> = fc.record({
  month: fc.constant('2026-11'),
  usage: fc.record({
    all: sum,
    models: fc.constant([]),
    channels: fc.constant([]),
    direct: sum,
    elsewhere: sum,
    reports: sum,
    people: fc.array(
      anyText.chain((person) => sum.map((each) => ({ person, ...each }))),
      { maxLength: 3 },
    ),
    failures: fc.array(
      fc.record({
        failure: fc.constantFrom('over-budget' as const, 'timed-out' as const),
        questions: amount,
      }),
      { maxLength: 2 },
    ),
    cached: amount,
  }),
  budgets: fc.array(budget, { maxLength: 3 }),
});
