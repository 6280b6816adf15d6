import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/messaging/index.ts';
import { add, openWorker, untilDone } from './worker-harness.ts';

describe('the worker', () => {
  test('has no more in hand at once than it may, and gets through all', async () => {
    let inHand = 0;
    let most = 0;
    const { inbox, worker } = await openWorker(async () => {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise((resolve) => setTimeout(resolve, 3));
      inHand -= 1;
    });
    for (let number = 0; number < 20; number += 1) await add(inbox, String(number));
    worker.start();
    await untilDone(inbox);
    expect(most).toBe(3);
  });

  test('lets nobody wait for what takes long', async () => {
    const end = Promise.withResolvers<void>();
    const handled: string[] = [];
    const { inbox, worker } = await openWorker(
      async ({ eventId }) => {
        if (eventId.startsWith('long')) await end.promise;
        handled.push(eventId);
      },
      { longAfterMs: 5 },
    );
    for (const number of [1, 2, 3, 4]) await add(inbox, `long ${number}`);
    await add(inbox, 'short');
    worker.start();
    await expect.poll(() => handled).toEqual(['short']);
    end.resolve();
    await untilDone(inbox);
    expect(handled).toHaveLength(5);
  });

  test('takes up what was stored before it started and what is stored later', async () => {
    const handled: string[] = [];
    const { inbox, worker } = await openWorker(async ({ eventId }) => void handled.push(eventId));
    await add(inbox, 'before');
    worker.start();
    await untilDone(inbox);
    await add(inbox, 'later');
    worker.wake();
    await untilDone(inbox);
    expect(handled).toEqual(['before', 'later']);
  });

  test('finds what another process stored, without being told', async () => {
    const { inbox, worker } = await openWorker(async () => {});
    worker.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await add(inbox, 'from elsewhere');
    await untilDone(inbox);
  });

  test.each<[Verdict, number, number]>([
    ['again', 3, 1],
    ['give-up', 1, 1],
    ['drop', 1, 0],
  ])(
    'given the verdict %s, tries %i times and apologises %i times',
    async (verdict, times, said) => {
      let tries = 0;
      const { inbox, worker, apologies } = await openWorker(
        async () => {
          tries += 1;
          throw new Error('trouble');
        },
        { judge: () => verdict },
      );
      await add(inbox, '1');
      worker.start();
      await untilDone(inbox);
      expect(tries).toBe(times);
      expect(apologies).toHaveLength(said);
      expect(await add(inbox, '1')).toBe(false);
    },
  );

  test('waits for the end of an outage, however often it has to try', async () => {
    let tries = 0;
    const { inbox, worker, apologies } = await openWorker(
      async () => {
        tries += 1;
        if (tries < 12) throw new Error('unreachable');
      },
      { judge: () => 'outage' },
    );
    await add(inbox, '1');
    worker.start();
    await untilDone(inbox);
    expect(tries).toBe(12);
    expect(apologies).toEqual([]);
  });

  test('apologises when an outage lasts too long', async () => {
    const { inbox, worker, apologies } = await openWorker(
      async () => {
        throw new Error('unreachable');
      },
      { judge: () => 'outage', mostAgeMs: 20 },
    );
    await add(inbox, '1');
    worker.start();
    await untilDone(inbox);
    expect(apologies).toEqual(['1']);
  });

  test('apologises later when it cannot at once', async () => {
    let refusals = 3;
    let said = 0;
    const { inbox, worker } = await openWorker(
      async () => {
        throw new Error('trouble');
      },
      {
        judge: (error) => (String(error).includes('unreachable') ? 'outage' : 'give-up'),
        apologise: async () => {
          refusals -= 1;
          if (refusals >= 0) throw new Error('unreachable');
          said += 1;
        },
      },
    );
    await add(inbox, '1');
    worker.start();
    await untilDone(inbox);
    expect(said).toBe(1);
  });

  test('gives up on what seems to crash every process that takes it up', async () => {
    let handled = 0;
    const { inbox, worker, apologies, database } = await openWorker(async () => {
      handled += 1;
    });
    await add(inbox, '1');
    await database.db.updateTable('inbox_events').set({ attempts: 5 }).execute();
    worker.start();
    await untilDone(inbox);
    expect(handled).toBe(0);
    expect(apologies).toEqual(['1']);
  });

  test('does not wait for ever for a handler that never ends', async () => {
    const { inbox, worker, apologies } = await openWorker(() => new Promise(() => {}), {
      mostHandleMs: 10,
    });
    await add(inbox, '1');
    worker.start();
    await untilDone(inbox);
    expect(apologies).toEqual(['1']);
  });

  test('keeps the leases of what takes long', async () => {
    let handled = 0;
    const { inbox, worker } = await openWorker(
      async () => {
        handled += 1;
        await new Promise((resolve) => setTimeout(resolve, 1_100));
      },
      { leaseMs: 500 },
    );
    await add(inbox, '1');
    worker.start();
    await untilDone(inbox);
    expect(handled).toBe(1);
  });

  test('stops even if a handler does not heed the signal, and hands the event back', async () => {
    const { inbox, worker } = await openWorker(() => new Promise(() => {}), { graceMs: 20 });
    await add(inbox, '1');
    worker.start();
    await expect.poll(() => inbox.claim('other', 1_000)).toBeNull();
    await worker.stop();
    expect(await inbox.claim('other', 1_000)).toMatchObject({ eventId: '1', attempts: 1 });
  });

  test('goes on after the database failed for a moment', async () => {
    const handled: string[] = [];
    const { inbox, worker, database } = await openWorker(async ({ eventId }) => {
      handled.push(eventId);
    });
    await add(inbox, '1');
    const schema = database.db.schema;
    await schema.alterTable('inbox_events').renameTo('elsewhere').execute();
    worker.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await schema.alterTable('elsewhere').renameTo('inbox_events').execute();
    await untilDone(inbox);
    expect(handled).toEqual(['1']);
  });
});
