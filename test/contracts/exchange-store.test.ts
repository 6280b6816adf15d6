import { expect, test } from 'vitest';
import type { Answered } from '../../src/answering/index.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('exchange store', (open) => {
  const openStore = async () => createExchangeStore((await open()).db);

  test('finds an exchange as it was saved', async () => {
    const store = await openStore();
    const exchange = sampleExchange();
    await store.save(exchange);
    expect(await store.find('exchange-1')).toEqual(exchange);
    expect(await store.find('exchange-2')).toBeNull();
  });

  test('keeps the first exchange saved under an id', async () => {
    const store = await openStore();
    await store.save(sampleExchange());
    await store.save(sampleExchange({ question: 'Something else?' }));
    expect(await store.find('exchange-1')).toEqual(sampleExchange());
  });

  test('gives the latest of one conversation, oldest first', async () => {
    const store = await openStore();
    for (const [id, askedAt] of [
      ['a', 3],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ] as const) {
      await store.save(sampleExchange({ id, askedAt }));
    }
    await store.save(sampleExchange({ id: 'other', conversation: 'C2:1.000', askedAt: 9 }));
    const ids = async (limit: number) =>
      (await store.latest('C1:1.000', limit)).map(({ id }) => id);
    expect(await ids(10)).toEqual(['b', 'c', 'a', 'd']);
    expect(await ids(2)).toEqual(['a', 'd']);
    expect(await store.latest('C3:1.000', 5)).toEqual([]);
  });

  test('finds answers of earlier versions, which knew of no disagreements', async () => {
    const store = await openStore();
    const exchange = sampleExchange();
    const { disagreements: _, ...older } = exchange.answer as Answered;
    await store.save({ ...exchange, answer: older as Answered });
    expect(await store.find('exchange-1')).toEqual(exchange);
  });

  test('keeps abstentions', async () => {
    const store = await openStore();
    const exchange = sampleExchange({
      answer: {
        kind: 'abstention',
        reason: 'evidence-too-weak',
        nearest: [{ publication: samplePublication(), heading: null, page: 3 }],
      },
    });
    await store.save(exchange);
    expect(await store.find('exchange-1')).toEqual(exchange);
  });
});
