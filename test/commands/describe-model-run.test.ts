import { expect, test } from 'vitest';
import { beginRun } from '../../src/answering/index.ts';
import { describeModelRun } from '../../src/commands/describe-model-run.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';

test('tells time, steps, tokens, cost and claims of an answer', () => {
  const exchange = sampleExchange({ durationMs: 1_500 });
  const modelRun = {
    ...(exchange.modelRun ?? beginRun('')),
    steps: [
      { step: 'compose' as const, calls: 1, ms: 1_400.4 },
      { step: 'repair' as const, calls: 2, ms: 57.6 },
    ],
    usage: { input: 12_000, cachedInput: 1_000, output: 80 },
    failure: 'length' as const,
  };
  expect(describeModelRun({ ...exchange, modelRun })).toBe(
    `Time:         1,500 ms; Concord’s own 43 ms, with retrieval 9 ms
Model:        small, compose 1,400 ms, repair 58 ms (2 calls)
Tokens:       12,000 in (1,000 from its cache), 80 out; $0.0002
Claims:       2 offered, 0 repaired, dropped: figures 1
Failure:      length`,
  );
});

test('tells whose answer was given again, and of no price where none is known', () => {
  const again = { ...beginRun('small'), cachedFrom: 'exchange-7', ownMs: 3, costMicros: 0 };
  expect(describeModelRun(sampleExchange({ modelRun: again }))).toContain(
    'Tokens:       0 in, 0 out; $0.0000\nGiven again:  the answer of exchange-7',
  );
  const unpriced = sampleExchange({ modelRun: { ...beginRun('small'), costMicros: null } });
  expect(describeModelRun(unpriced)).toContain('price not known');
});

test('tells the time of an answer without a model', () => {
  expect(describeModelRun(sampleExchange({ modelRun: null }))).toBe(
    'Time:         13 ms, without a model',
  );
});
