import { describe, expect, test } from 'vitest';
import {
  type BudgetScope,
  createReportUsage,
  type Spending,
} from '../../../src/answering/index.ts';
import { inBatches, usageRecord } from './usage-records.ts';

const none = { tokens: null, costMicros: null };
const spent = (tokens: number, costMicros = 0): Spending => ({ tokens, costMicros });

function setUp() {
  const read: [from: number, until: number][] = [];
  const looked: [scope: BudgetScope, period: string][] = [];
  const report = createReportUsage({
    store: {
      read(from, until) {
        read.push([from, until]);
        return inBatches([usageRecord()]);
      },
      async spending(scope, period) {
        looked.push([scope, period]);
        return scope === 'person-day' ? [spent(30), spent(100), spent(50)] : [spent(80, 900)];
      },
    },
    budgets: {
      'person-day': { tokens: 100, costMicros: null },
      'channel-day': none,
      'workspace-month': { tokens: 1_000, costMicros: 1_000 },
    },
    now: () => Date.UTC(2026, 10, 22, 12),
  });
  return { report, read, looked };
}

describe('a report', () => {
  test('is of the current month unless said, with budgets as they stand', async () => {
    const { report, read } = setUp();
    const { month, usage, budgets } = await report(null);
    expect(month).toBe('2026-11');
    expect(read).toEqual([[Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1)]]);
    expect(usage.all.questions).toBe(1);
    expect(budgets).toEqual([
      {
        scope: 'person-day',
        period: '2026-11-22',
        limit: { tokens: 100, costMicros: null },
        users: 3,
        spent: 1,
        highest: 1,
      },
      {
        scope: 'workspace-month',
        period: '2026-11',
        limit: { tokens: 1_000, costMicros: 1_000 },
        users: 1,
        spent: 0,
        highest: 0.9,
      },
    ]);
  });

  test('of an earlier month leaves out what is counted by day', async () => {
    const { report, read, looked } = setUp();
    const { budgets } = await report('2026-02');
    expect(read).toEqual([[Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1)]]);
    expect(looked).toEqual([['workspace-month', '2026-02']]);
    expect(budgets).toHaveLength(1);
  });
});
