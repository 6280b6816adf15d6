import { expect, test } from 'vitest';
import { type BudgetUse, createReportUsage } from '../../../src/answering/index.ts';
import { describeModelMonth } from '../../../src/slack/blocks/home-model.ts';
import { inBatches, usageRecord } from '../../answering/usage/usage-records.ts';

const none = { tokens: null, costMicros: null };

async function describe(records: Parameters<typeof inBatches>[0], budgets: BudgetUse[] = []) {
  const report = createReportUsage({
    store: { read: () => inBatches(records), spending: async () => [] },
    budgets: { 'person-day': none, 'channel-day': none, 'workspace-month': none },
    now: () => Date.UTC(2026, 10, 22),
  });
  return describeModelMonth({ ...(await report(null)), budgets }).mrkdwn;
}

test('says what the model was asked and what it cost', async () => {
  const shown = await describe([
    usageRecord(),
    usageRecord({ isComposed: false, run: { failure: 'timed-out' } }),
    usageRecord({ run: { cachedFrom: 'exchange-1' } }),
  ]);
  expect(shown).toContain('*3* questions: *2* answered in the model’s words (66%), *1* from cache');
  expect(shown).toContain('*1* without the model or cut short');
  expect(shown).toContain('Tokens: *300* in, *60* out. Cost: *US$0.00*');
});

test('says how much of each budget is used, and names nobody', async () => {
  const shown = await describe(
    [usageRecord({ asker: 'U0AMIRA' })],
    [
      {
        scope: 'person-day',
        period: '2026-11-22',
        limit: { tokens: 1_000, costMicros: null },
        users: 3,
        spent: 2,
        highest: 1.2,
      },
      {
        scope: 'workspace-month',
        period: '2026-11',
        limit: { tokens: null, costMicros: 5_000_000 },
        users: 1,
        spent: 0,
        highest: 0.829,
      },
    ],
  );
  expect(shown).toContain('Daily budget of each person, 1,000 tokens: used up *2* times today.');
  expect(shown).toContain('Budget of the workspace: *82%* of US$5.00 used.');
  expect(shown).not.toContain('AMIRA');
});

test('says so of a month in which it was not asked, and of unknown prices', async () => {
  expect(await describe([])).toContain('No question was put to the language model so far.');
  const unpriced = usageRecord({ run: { costMicros: null } });
  expect(await describe([unpriced])).toContain('Cost: *unknown*');
});
