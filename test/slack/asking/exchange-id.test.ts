import { expect, test } from 'vitest';
import type { Exchange } from '../../../src/answering/index.ts';
import { exchangeIdOf, forgetExchanges } from '../../../src/slack/asking/exchange-id.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createExchangeStore } from '../../../src/storage/exchange-store.ts';

test('a question has one id, until it reads differently or others may read along', () => {
  const id = exchangeIdOf('message:C1:1.0', '', ['members', 'public']);
  expect(exchangeIdOf('message:C1:1.0', '', ['public', 'members'])).toBe(id);
  expect(exchangeIdOf('message:C1:1.0', '2.0', ['public', 'members'])).not.toBe(id);
  expect(exchangeIdOf('message:C1:1.0', '', ['public'])).not.toBe(id);
  expect(exchangeIdOf('message:C1:1.1', '', ['public', 'members'])).not.toBe(id);
  expect(id.length).toBeLessThan(60);
});

test('all that was stored about a question is forgotten, but for one, and nothing else', async () => {
  const database = await openDatabase(':memory:');
  const exchanges = createExchangeStore(database.db);
  const subject = 'message:C1:1.0';
  const old = exchangeIdOf(subject, '', ['public']);
  const current = exchangeIdOf(subject, '2.0', ['public']);
  const other = exchangeIdOf('message:C1:1.1', '', ['public']);
  for (const id of [old, current, other]) await exchanges.save({ ...exchange, id });
  await forgetExchanges(exchanges, { subject, conversation: 'C1:1.0' }, current);
  expect(await exchanges.find(old)).toBeNull();
  expect(await exchanges.find(current)).not.toBeNull();
  await forgetExchanges(exchanges, { subject, conversation: 'C1:1.0' }, null);
  expect(await exchanges.find(current)).toBeNull();
  expect(await exchanges.find(other)).not.toBeNull();
  await database.close();
});

const exchange: Omit<Exchange, 'id'> = {
  conversation: 'C1:1.0',
  question: 'Who?',
  standaloneQuestion: 'Who?',
  audiences: ['public'],
  answer: { kind: 'abstention', reason: 'nothing-relevant', nearest: [] },
  confidence: 0,
  askedAt: 0,
  durationMs: 1,
  asker: null,
  modelRun: null,
};
