import { expect, test } from 'vitest';
import type { OperatorEvent } from '../../src/observability/operator-event.ts';
import { createOperatorEventStore } from '../../src/storage/operator-event-store.ts';
import { describeOnEachDatabase } from './databases.ts';

const works: OperatorEvent = { kind: 'model-works-again', model: 'small' };
const spent: OperatorEvent = {
  kind: 'budget-spent',
  model: 'small',
  period: '2026-11',
  spent: { tokens: 5_000_000_000, costMicros: 7 },
  limit: { tokens: 5_000_000_000, costMicros: null },
  until: Date.UTC(2026, 11, 1),
};

describeOnEachDatabase('operator event store', (openDatabase) => {
  async function open() {
    return createOperatorEventStore((await openDatabase()).db);
  }

  test('keeps an event once, as it was raised first, however many raise it', async () => {
    const store = await open();
    const added = await Promise.all(
      Array.from({ length: 5 }, () => store.add({ id: 'spent', event: spent, raisedAt: 10 })),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.add({ id: 'spent', event: works, raisedAt: 20 })).toBe(false);
    expect(await store.untold()).toEqual([{ id: 'spent', event: spent, raisedAt: 10 }]);
  });

  test('gives what nobody was told of, in order, at most 20', async () => {
    const store = await open();
    for (let index = 25; index > 0; index -= 1) {
      await store.add({ id: `event-${index}`, event: works, raisedAt: index });
    }
    await store.markTold('event-1');
    await store.markTold('unknown');
    const untold = await store.untold();
    expect(untold.map(({ raisedAt }) => raisedAt)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    );
  });

  test('finds the latest of some kinds, told or not', async () => {
    const store = await open();
    expect(await store.latest(['budget-spent'])).toBeNull();
    await store.add({ id: 'spent', event: spent, raisedAt: 10 });
    await store.add({ id: 'first', event: works, raisedAt: 5 });
    await store.add({ id: 'second', event: works, raisedAt: 7 });
    await store.markTold('second');
    const latest = await store.latest(['model-works-again', 'model-unavailable']);
    expect(latest).toEqual({ id: 'second', event: works, raisedAt: 7 });
  });
});
