import { expect, test } from 'vitest';
import { createOutbox } from '../../src/storage/outbox.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('an outbox that tries again', (openDatabase) => {
  test('takes up what failed of an occasion, once, and leaves the rest alone', async () => {
    const clock = { now: () => 5_000 };
    const outbox = createOutbox(await openDatabase(), clock);
    const task = { occasion: 'announcement', dueAt: 1_000, uselessAt: 9_000 };
    await outbox.add('n1', [
      { ...task, place: 'C1' },
      { ...task, place: 'C2' },
      { ...task, place: 'C3', occasion: 'change-1' },
    ]);
    for (let left = 3; left > 0; left -= 1) {
      const claimed = await outbox.claim('me', 100);
      if (claimed === null) throw new Error('nothing to claim');
      const isSent = claimed.place === 'C1';
      await outbox.finish(
        claimed,
        'me',
        isSent
          ? { state: 'sent', message: { channel: 'C1', messageId: '1.1' } }
          : { state: 'failed', problem: 'not_in_channel' },
      );
    }
    expect(await outbox.retryFailed('n1', 'announcement')).toBe(1);
    expect(await outbox.retryFailed('n1', 'announcement')).toBe(0);
    expect(await outbox.retryFailed('n2', 'announcement')).toBe(0);
    expect(await outbox.claim('me', 100)).toMatchObject({
      place: 'C2',
      problem: null,
      renewals: 1,
      uselessAt: 9_000,
    });
    expect(await outbox.claim('me', 100)).toBeNull();
  });
});
