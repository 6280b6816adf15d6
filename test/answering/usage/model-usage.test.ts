import { describe, expect, test } from 'vitest';
import { sumUsage } from '../../../src/answering/usage/model-usage.ts';
import { inBatches, usageRecord } from './usage-records.ts';

const nothingUsed = { input: 0, cachedInput: 0, output: 0 };
const one = {
  questions: 1,
  composed: 1,
  reports: 0,
  input: 100,
  cachedInput: 40,
  output: 20,
  costMicros: 5,
  unpriced: 0,
};

describe('the use of models', () => {
  test('is nothing without questions', async () => {
    const usage = await sumUsage(inBatches());
    expect(usage.all).toEqual({
      questions: 0,
      composed: 0,
      reports: 0,
      input: 0,
      cachedInput: 0,
      output: 0,
      costMicros: 0,
      unpriced: 0,
    });
    expect(usage).toMatchObject({ models: [], channels: [], people: [], failures: [], cached: 0 });
  });

  test('is summed up over batches, by model, channel and person, most tokens first', async () => {
    const large = usageRecord({
      conversation: 'C2:1.1',
      asker: 'U2',
      isComposed: false,
      run: { model: 'large', usage: { input: 1_000, cachedInput: 0, output: 1 } },
    });
    const usage = await sumUsage(inBatches([usageRecord(), large], [usageRecord()]));
    expect(usage.all).toEqual({
      questions: 3,
      composed: 2,
      reports: 0,
      input: 1_200,
      cachedInput: 80,
      output: 41,
      costMicros: 15,
      unpriced: 0,
    });
    expect(usage.models.map(({ model, questions }) => [model, questions])).toEqual([
      ['large', 1],
      ['small', 2],
    ]);
    expect(usage.channels.map(({ channel }) => channel)).toEqual(['C2', 'C1']);
    expect(usage.people.map(({ person, input }) => [person, input])).toEqual([
      ['U2', 1_000],
      ['U1', 200],
    ]);
  });

  test('counts reports apart from questions, and their cost with all', async () => {
    const report = usageRecord({ conversation: null, asker: null });
    const usage = await sumUsage(inBatches([usageRecord(), report]));
    expect(usage.all).toMatchObject({ questions: 1, composed: 1, reports: 1, costMicros: 10 });
    expect(usage.reports).toEqual({ ...one, questions: 0, composed: 0, reports: 1 });
    expect(usage.models).toMatchObject([{ model: 'small', questions: 1, reports: 1, input: 200 }]);
    expect(usage.elsewhere.input).toBe(0);
  });

  test('names no conversation of a single person', async () => {
    const usage = await sumUsage(
      inBatches([
        usageRecord({ conversation: 'D0AMIRA:1.1' }),
        usageRecord({ conversation: 'command:Ev1', asker: null }),
      ]),
    );
    expect(usage.channels).toEqual([]);
    expect(usage.direct).toEqual(one);
    expect(usage.elsewhere).toEqual(one);
    expect(JSON.stringify({ ...usage, people: [] })).not.toContain('AMIRA');
    expect(usage.people).toHaveLength(1);
  });

  test('counts failures, answers from cache and tokens without a price', async () => {
    const usage = await sumUsage(
      inBatches([
        usageRecord({ isComposed: false, run: { failure: 'over-budget', usage: nothingUsed } }),
        usageRecord({ isComposed: false, run: { failure: 'timed-out' } }),
        usageRecord({ isComposed: false, run: { failure: 'timed-out' } }),
        usageRecord({ run: { cachedFrom: 'exchange-1', usage: nothingUsed, costMicros: null } }),
        usageRecord({ run: { costMicros: null } }),
      ]),
    );
    expect(usage.failures).toEqual([
      { failure: 'timed-out', questions: 2 },
      { failure: 'over-budget', questions: 1 },
    ]);
    expect(usage.cached).toBe(1);
    expect(usage.all.unpriced).toBe(1);
  });

  test('reads what was stored before anything was told of caches and cost', async () => {
    const record = usageRecord();
    const { cachedFrom: _cachedFrom, costMicros: _costMicros, ...run } = record.run;
    const usage = await sumUsage(inBatches([{ ...record, run: run as typeof record.run }]));
    expect(usage.cached).toBe(0);
    expect(usage.all).toMatchObject({ costMicros: 0, unpriced: 1 });
  });
});
