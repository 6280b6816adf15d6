import { describe, expect, test } from 'vitest';
import { type Feedback, feedbackReasons } from '../../src/answering/index.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('feedback store', (openDatabase) => {
  async function open() {
    const { db } = await openDatabase();
    const exchanges = createExchangeStore(db);
    await exchanges.save(sampleExchange({ id: 'one' }));
    await exchanges.save(sampleExchange({ id: 'two' }));
    return { store: createFeedbackStore(db), exchanges };
  }

  const helpful = (overrides: Partial<Feedback> = {}): Feedback => ({
    exchangeId: 'one',
    person: 'U1',
    verdict: 'helpful',
    reason: null,
    citation: null,
    note: null,
    givenAt: Date.UTC(2024, 9, 1, 9),
    ...overrides,
  });

  test('finds what a person thought of an answer, as it was given', async () => {
    const { store } = await open();
    const given = helpful({
      verdict: 'not-helpful',
      reason: 'wrong-source',
      citation: 2,
      note: 'Ünïcode “note” 🏥',
    });
    expect(await store.save(given)).toBe(true);
    expect(await store.find('one', 'U1')).toEqual(given);
    expect(await store.find('one', 'U2')).toBeNull();
    expect(await store.find('two', 'U1')).toBeNull();
  });

  test('keeps every reason', async () => {
    const { store } = await open();
    for (const reason of feedbackReasons) {
      await store.save(helpful({ verdict: 'not-helpful', reason }));
      expect(await store.find('one', 'U1')).toMatchObject({ reason });
    }
  });

  describe('one row per person and answer', () => {
    test('what is said last counts, all of it', async () => {
      const { store } = await open();
      const first = helpful({ verdict: 'not-helpful', reason: 'wrong', citation: 1, note: 'no' });
      await store.save(first);
      const last = helpful({ givenAt: first.givenAt + 1 });
      await store.save(last);
      expect(await store.find('one', 'U1')).toEqual(last);
      expect(await store.since(0)).toEqual([last]);
    });

    test('also when it is said at the same moment', async () => {
      const { store } = await open();
      const at = (givenAt: number) => store.save(helpful({ givenAt }));
      await Promise.all(Array.from({ length: 8 }, (_, index) => at(index)));
      expect(await store.since(0)).toHaveLength(1);
    });

    test('other people and other answers have rows of their own', async () => {
      const { store } = await open();
      await store.save(helpful());
      await store.save(helpful({ person: 'U2' }));
      await store.save(helpful({ exchangeId: 'two' }));
      expect(await store.since(0)).toHaveLength(3);
    });
  });

  test('keeps nothing about an exchange that is not known', async () => {
    const { store } = await open();
    expect(await store.save(helpful({ exchangeId: 'never' }))).toBe(false);
    expect(await store.since(0)).toEqual([]);
  });

  test('goes with its exchange', async () => {
    const { store, exchanges } = await open();
    await store.save(helpful());
    await store.save(helpful({ exchangeId: 'two' }));
    await exchanges.forget('one');
    expect(await store.find('one', 'U1')).toBeNull();
    expect((await store.since(0)).map(({ exchangeId }) => exchangeId)).toEqual(['two']);
  });

  test('lists what was given since an instant, oldest first', async () => {
    const { store } = await open();
    await store.save(helpful({ person: 'U3', givenAt: 30 }));
    await store.save(helpful({ person: 'U1', givenAt: 10 }));
    await store.save(helpful({ person: 'U2', givenAt: 20 }));
    const since = async (instant: number) => (await store.since(instant)).map((row) => row.person);
    expect(await since(0)).toEqual(['U1', 'U2', 'U3']);
    expect(await since(20)).toEqual(['U2', 'U3']);
    expect(await since(31)).toEqual([]);
  });
});
