import { describe, expect, test } from 'vitest';
import type { OperatorEvent } from '../../src/observability/operator-event.ts';
import { createOperatorEvents } from '../../src/observability/operator-events.ts';
import { createMemoryOperatorEventStore } from '../fakes/memory-operator-event-store.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createTestClock } from '../fakes/test-clock.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const model = 'small';
const refused: OperatorEvent = {
  kind: 'model-misconfigured',
  model,
  reason: '401 invalid_api_key',
  advice: 'Check OPENAI_API_KEY.',
};
const unknown: OperatorEvent = { ...refused, reason: '404 model_not_found' };
const unavailable: OperatorEvent = { kind: 'model-unavailable', model, failure: 'unavailable' };
const works: OperatorEvent = { kind: 'model-works-again', model };
const spent = (tokens: number, period = '2026-11'): OperatorEvent => ({
  kind: 'budget-spent',
  model,
  period,
  spent: { tokens, costMicros: 0 },
  limit: { tokens, costMicros: null },
  until: Date.UTC(2026, 11, 1),
});

/** Two replicas over one store. */
function setUp() {
  const clock = createTestClock(Date.UTC(2026, 10, 22, 12));
  const store = createMemoryOperatorEventStore();
  const { log, entries } = createRecordingLog();
  const told: OperatorEvent[] = [];
  const open = () =>
    createOperatorEvents({ store, clock, log, onRaised: (event) => void told.push(event) });
  return { clock, store, entries, told, one: open(), other: open() };
}

describe('operator events', () => {
  test('are kept and logged once, whichever replica raises them', async () => {
    const { one, other, store, entries, told } = setUp();
    await one.raise(refused);
    await one.raise(refused);
    await other.raise(refused);
    expect(store.all).toHaveLength(1);
    expect(entries.map(({ msg }) => msg)).toEqual(['model-misconfigured']);
    expect(told).toEqual([refused, refused]);
  });

  test('come once for each kind of trouble and day', async () => {
    const { one, clock, store } = setUp();
    for (const event of [refused, unknown, unavailable, refused]) await one.raise(event);
    expect(store.all).toHaveLength(3);
    clock.advance(dayMs);
    await one.raise(refused);
    expect(store.all).toHaveLength(4);
  });

  test('come once for each budget of a month', async () => {
    const { one, clock, store } = setUp();
    await one.raise(spent(100));
    clock.advance(3 * dayMs);
    await one.raise(spent(100));
    expect(store.all).toHaveLength(1);
    await one.raise(spent(200));
    await one.raise(spent(100, '2026-12'));
    expect(store.all).toHaveLength(3);
  });

  test('tell that the model works again only after trouble, once, on whichever replica', async () => {
    const { one, other, store, clock } = setUp();
    await one.raise(works);
    expect(store.all).toEqual([]);
    await one.raise(refused);
    clock.advance(1);
    await Promise.all([one.raise(works), other.raise(works)]);
    await other.raise(works);
    expect(store.all.map(({ event }) => event.kind)).toEqual([
      'model-misconfigured',
      'model-works-again',
    ]);
    clock.advance(dayMs);
    await one.raise(unavailable);
    clock.advance(1);
    await one.raise(works);
    expect(store.all).toHaveLength(4);
  });

  test('that cannot be kept are logged, and raised again the next time', async () => {
    const { one, store, entries } = setUp();
    const { add } = store;
    store.add = () => Promise.reject(new Error('the disk is full'));
    await one.raise(refused);
    expect(entries).toContainEqual(
      expect.objectContaining({ msg: 'operator-event-not-kept', kind: 'model-misconfigured' }),
    );
    store.add = add;
    await one.raise(refused);
    expect(store.all).toHaveLength(1);
  });
});
