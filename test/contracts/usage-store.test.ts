import { expect, test } from 'vitest';
import type { UsageRecord } from '../../src/answering/index.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createReportStore } from '../../src/storage/report-store.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { sampleKeptReport, sampleReport } from '../fakes/sample-report.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('usage store', (openDatabase) => {
  async function open() {
    const database = await openDatabase();
    const { db } = database;
    const store = createUsageStore(db);
    const read = async (from: number, until: number) => {
      const all: UsageRecord[] = [];
      for await (const batch of store.read(from, until)) all.push(...batch);
      return all;
    };
    const reports = createReportStore(database, { now: () => 0 });
    return {
      reports,
      exchanges: createExchangeStore(db),
      spending: createSpendingStore(db),
      store,
      read,
    };
  }

  test('reads each exchange of a time once, in batches', async () => {
    const { exchanges, read } = await open();
    // Many at one instant, as ids alone tell them apart then.
    for (let index = 0; index < 1_003; index += 1) {
      const askedAt = 1_000 + Math.floor(index / 400);
      await exchanges.save(
        sampleExchange({ id: `exchange-${index}`, askedAt, asker: `U${index}` }),
      );
    }
    const all = await read(1_000, 1_003);
    expect(new Set(all.map(({ asker }) => asker)).size).toBe(1_003);
    expect(all).toHaveLength(1_003);
    expect(await read(1_001, 1_002)).toHaveLength(400);
    expect(await read(1_003, 2_000)).toEqual([]);
  });

  test('tells whose words the answer is in, whatever it says', async () => {
    const { exchanges, read } = await open();
    const { answer, modelRun } = sampleExchange();
    if (answer.kind !== 'answer') throw new Error('the sample is answered');
    const [claim] = answer.claims;
    if (claim === undefined) throw new Error('the sample has a claim');
    const deceiving = { ...claim, text: 'It says "composer":"model" here.' };
    await exchanges.save(
      sampleExchange({ id: 'a', answer: { ...answer, claims: [deceiving] }, askedAt: 1 }),
    );
    await exchanges.save(
      sampleExchange({ id: 'b', answer: { ...answer, composer: 'model' }, askedAt: 2 }),
    );
    await exchanges.save(sampleExchange({ id: 'c', modelRun: null, askedAt: 3 }));
    expect(await read(0, 10)).toEqual([
      { conversation: 'C1:1.000', asker: null, isComposed: false, run: modelRun },
      { conversation: 'C1:1.000', asker: null, isComposed: true, run: modelRun },
    ]);
  });

  test('reads reports that a model was asked for, which are nobody’s', async () => {
    const { exchanges, reports, read } = await open();
    const { modelRun } = sampleExchange();
    const kept = (id: string, composer: 'model' | 'extractive', madeAt: number) =>
      reports.save(
        sampleKeptReport({ id, report: sampleReport({ composer }), modelRun, madeAt, drawnOn: [] }),
      );
    await kept('a', 'model', 5);
    await kept('b', 'extractive', 6);
    await kept('too-late', 'model', 10);
    await reports.save(sampleKeptReport({ id: 'without', madeAt: 5, drawnOn: [] }));
    await exchanges.save(sampleExchange({ id: 'c', askedAt: 7 }));
    const nobody = { conversation: null, asker: null, run: modelRun };
    expect(await read(5, 10)).toEqual([
      { conversation: 'C1:1.000', asker: null, isComposed: false, run: modelRun },
      { ...nobody, isComposed: true },
      { ...nobody, isComposed: false },
    ]);
  });

  test('tells what is spent of the budgets of a scope and period', async () => {
    const { spending, store } = await open();
    const key = { scope: 'person-day', subject: 'U1', period: '2026-11-22' } as const;
    await spending.add([key], { tokens: 5, costMicros: 1 });
    await spending.add([{ ...key, subject: 'U2' }], { tokens: 7, costMicros: 2 });
    await spending.add([{ ...key, period: '2026-11-23' }], { tokens: 9, costMicros: 3 });
    const found = await store.spending('person-day', '2026-11-22');
    expect(found.toSorted((one, other) => one.tokens - other.tokens)).toEqual([
      { tokens: 5, costMicros: 1 },
      { tokens: 7, costMicros: 2 },
    ]);
    expect(await store.spending('workspace-month', '2026-11')).toEqual([]);
  });
});
