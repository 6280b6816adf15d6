import { expect, test } from 'vitest';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { describeOnEachDatabase } from './databases.ts';

const hourMs = 60 * 60_000;

describeOnEachDatabase('a lease from before the clock was set back', (openDatabase) => {
  test('does not keep a place from its messages', async () => {
    const clock = { at: 10 * hourMs, now: () => clock.at };
    const outbox = createOutbox(await openDatabase(), clock);
    const task = { occasion: 'one', place: 'C1', dueAt: 1_000, uselessAt: null };
    await outbox.add('n1', [task, { ...task, occasion: 'two', dueAt: 2_000 }]);
    expect((await outbox.claim('dead', 60_000))?.occasion).toBe('one');
    clock.at -= 1_000;
    expect(await outbox.claim('me', 60_000)).toBeNull();
    clock.at -= 3 * hourMs;
    expect(await outbox.nextDue()).toBeLessThan(clock.at);
    const taken = await outbox.claim('me', 60_000);
    expect(taken?.occasion).toBe('one');
    if (taken !== null) {
      await outbox.finish(taken, 'me', { state: 'failed', problem: 'is_archived' });
    }
    expect((await outbox.claim('me', 60_000))?.occasion).toBe('two');
  });

  test('does not keep a delivery from being looked for', async () => {
    const clock = { at: 10 * hourMs, now: () => clock.at };
    const store = createDeliveryStore(await openDatabase(), clock);
    const content = { text: 'Hello', blocks: [] };
    const wanted = { subject: 's', occasion: 'o', channel: 'C1', thread: null, answers: null };
    const { id } = await store.prepare({ ...wanted, content });
    expect((await store.begin(id, 30_000)).turn).toBe('first');
    clock.at -= 1_000;
    expect((await store.begin(id, 30_000)).turn).toBe('not-now');
    clock.at -= 3 * hourMs;
    expect((await store.begin(id, 30_000)).turn).toBe('after-interruption');
  });
});
