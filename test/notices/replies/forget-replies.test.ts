import { afterEach, expect, test } from 'vitest';
import { createForgetReplies } from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

test('whoever has their replies deleted makes room for those who wait', async () => {
  const clock = createTestClock(Date.parse('2026-11-12T09:00:00Z'));
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  let woken = 0;
  const wake = (): void => {
    woken += 1;
  };
  const forget = createForgetReplies({ store, outbox, clock, wake });
  await store.add(sampleSession({ id: 'full' }, { capacity: 1 }));
  await store.add(sampleSession({ id: 'other' }));
  for (const person of ['U1', 'U2', 'U3']) await store.reply('full', person, 'going');
  await store.reply('other', 'U2', 'maybe');
  const announcement = { occasion: 'announcement', place: 'C1', dueAt: 0, uselessAt: null };
  await outbox.add('full', [announcement]);
  const task = await outbox.claim('me', 1_000);
  if (task === null) throw new Error('nothing was claimed');
  await outbox.finish(task, 'me', { state: 'sent', message: { channel: 'C1', messageId: '1.1' } });

  await forget('U1');
  expect((await store.replies('full')).map(({ person }) => person)).toEqual(['U2', 'U3']);
  const waiting = (await outbox.of('full')).filter(({ state }) => state === 'waiting');
  expect(waiting.map(({ occasion, place }) => `${occasion} ${place}`)).toEqual([
    'card C1',
    `promotion-${clock.now()} U2`,
  ]);
  expect(await outbox.of('other')).toEqual([]);
  expect(woken).toBe(1);
});
