import { expect, test } from 'vitest';
import { budgetPeriod } from '../../../src/answering/budget/budget-period.ts';

test.each([
  ['person-day', '2026-11-22T00:00:00.000Z', '2026-11-22', '2026-11-23'],
  ['channel-day', '2026-11-22T23:59:59.999Z', '2026-11-22', '2026-11-23'],
  ['person-day', '2028-02-28T12:00:00Z', '2028-02-28', '2028-02-29'],
  ['person-day', '2026-12-31T12:00:00Z', '2026-12-31', '2027-01-01'],
  ['workspace-month', '2026-11-22T12:00:00Z', '2026-11', '2026-12-01'],
  ['workspace-month', '2026-12-31T23:59:59.999Z', '2026-12', '2027-01-01'],
] as const)('%s at %s is %s and lasts until %s', (scope, now, name, until) => {
  expect(budgetPeriod(scope, Date.parse(now))).toEqual({ name, until: Date.parse(until) });
});
