import { expect, test } from 'vitest';
import { createPlanMissing } from '../../../src/notices/index.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

test('what was scheduled and not planned, by somebody who died, is planned once', async () => {
  const clock = createTestClock(Date.parse('2026-11-11T09:00:00Z'));
  const database = await openDatabase(':memory:');
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  const planMissing = createPlanMissing({
    store,
    outbox,
    clock,
    quietHours: null,
    wake: () => {},
  });
  await store.add(sampleSession({ id: 'forgotten' }));
  await store.add(sampleSession({ id: 'draft', state: 'draft' }));
  await store.add(sampleSession({ id: 'known' }));
  const task = { occasion: 'announcement', place: 'C9', dueAt: 1, uselessAt: null };
  await outbox.add('known', [task]);
  expect(await planMissing()).toBe(1);
  expect(await planMissing()).toBe(0);
  const occasions = async (id: string) =>
    (await outbox.of(id)).map(({ occasion, place }) => `${occasion} ${place}`);
  expect((await occasions('forgotten')).slice(0, 2)).toEqual([
    'announcement C1',
    'announcement C2',
  ]);
  expect(await occasions('draft')).toEqual([]);
  expect(await occasions('known')).toEqual(['announcement C9']);
  await database.close();
});
