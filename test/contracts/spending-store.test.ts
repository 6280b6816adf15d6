import { expect, test } from 'vitest';
import type { SpendingKey } from '../../src/answering/index.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { describeOnEachDatabase } from './databases.ts';

const person: SpendingKey = { scope: 'person-day', subject: 'U1', period: '2026-11-22' };
const channel: SpendingKey = { scope: 'channel-day', subject: 'C1', period: '2026-11-22' };
const month: SpendingKey = { scope: 'workspace-month', subject: 'workspace', period: '2026-11' };

describeOnEachDatabase('spending store', (openDatabase) => {
  async function open() {
    return createSpendingStore((await openDatabase()).db);
  }

  test('has nothing spent at first', async () => {
    const store = await open();
    expect(await store.read([person, month])).toEqual([
      { tokens: 0, costMicros: 0 },
      { tokens: 0, costMicros: 0 },
    ]);
    expect(await store.read([])).toEqual([]);
    expect(await store.add([], { tokens: 1, costMicros: 1 })).toEqual([]);
  });

  test('adds to each key and says what is spent, in the order of the keys', async () => {
    const store = await open();
    await store.add([month], { tokens: 100, costMicros: 7 });
    expect(await store.add([person, month], { tokens: 20, costMicros: 3 })).toEqual([
      { tokens: 20, costMicros: 3 },
      { tokens: 120, costMicros: 10 },
    ]);
    expect(await store.read([month, channel, person])).toEqual([
      { tokens: 120, costMicros: 10 },
      { tokens: 0, costMicros: 0 },
      { tokens: 20, costMicros: 3 },
    ]);
  });

  test('keeps people, scopes and periods apart', async () => {
    const store = await open();
    await store.add([person], { tokens: 1, costMicros: 1 });
    const others: SpendingKey[] = [
      { ...person, subject: 'U2' },
      { ...person, scope: 'channel-day' },
      { ...person, period: '2026-11-23' },
    ];
    for (const { tokens } of await store.read(others)) expect(tokens).toBe(0);
  });

  test('counts more than fits into 32 bits', async () => {
    const store = await open();
    const spending = { tokens: 5_000_000_000, costMicros: 9_000_000_000_000 };
    await store.add([month], spending);
    expect(await store.read([month])).toEqual([spending]);
  });

  test('loses nothing when many add at once, in whichever order', async () => {
    const store = await open();
    const adding = Array.from({ length: 30 }, (_, index) =>
      store.add(index % 2 === 0 ? [person, channel, month] : [month, channel, person], {
        tokens: 10,
        costMicros: 1,
      }),
    );
    await Promise.all(adding);
    const all = { tokens: 300, costMicros: 30 };
    expect(await store.read([person, channel, month])).toEqual([all, all, all]);
  });
});
