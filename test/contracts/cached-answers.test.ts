import { expect, test } from 'vitest';
import { beginRun, type Exchange, type FeedbackVerdict } from '../../src/answering/index.ts';
import { createCachedAnswers } from '../../src/storage/cached-answers.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { createPersonalDataStore } from '../../src/storage/personal-data-store.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('answers that are given again', (openDatabase) => {
  async function open() {
    const database = await openDatabase();
    const { db } = database;
    const exchanges = createExchangeStore(db);
    const feedback = createFeedbackStore(db);
    return {
      answers: createCachedAnswers(db),
      exchanges,
      personal: createPersonalDataStore(database, { now: () => 1_000 }),
      keep: (id: string, cacheKey: string | null, more: Partial<Exchange> = {}) =>
        exchanges.save(
          sampleExchange({ id, modelRun: { ...beginRun('small'), cacheKey }, ...more }),
        ),
      judge: (exchangeId: string, verdict: FeedbackVerdict) =>
        feedback.save({
          exchangeId,
          person: 'U9',
          verdict,
          reason: null,
          citation: null,
          note: null,
          givenAt: 5,
        }),
    };
  }

  test('are found by their key, the latest one, and are nothing but the answer', async () => {
    const { answers, keep } = await open();
    await keep('first', 'same', { askedAt: 1 });
    await keep('second', 'same', { askedAt: 2, confidence: 0.5 });
    await keep('other', 'another', { askedAt: 3 });
    await keep('none', null, { askedAt: 4 });
    await keep('without', null, { modelRun: null });
    expect(await answers.find('same')).toEqual({
      exchangeId: 'second',
      answer: sampleExchange().answer,
      confidence: 0.5,
    });
    expect(await answers.find('unknown')).toBeNull();
  });

  test('are not found once somebody found one of them not helpful', async () => {
    const { answers, keep, judge } = await open();
    await keep('first', 'same', { askedAt: 1 });
    await keep('again', 'same', { askedAt: 2 });
    await keep('other', 'another');
    await judge('first', 'helpful');
    expect(await answers.find('same')).not.toBeNull();
    await judge('first', 'not-helpful');
    expect(await answers.find('same')).toBeNull();
    expect(await answers.find('another')).not.toBeNull();
    await judge('first', 'helpful');
    expect(await answers.find('same')).not.toBeNull();
  });

  test('go with their exchange: forgotten, erased with a person, or too old', async () => {
    const { answers, keep, exchanges, personal } = await open();
    await keep('forgotten', 'a');
    await exchanges.forget('forgotten');
    await keep('erased', 'b', { asker: 'U1' });
    await personal.erase('U1');
    await keep('old', 'c', { askedAt: 10 });
    await personal.forgetBefore(11);
    for (const key of ['a', 'b', 'c']) expect(await answers.find(key)).toBeNull();
  });
});
