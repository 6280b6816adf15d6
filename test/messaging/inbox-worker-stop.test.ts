import { describe, expect, test } from 'vitest';
import { type ClaimedEvent, StoppedByPerson } from '../../src/messaging/index.ts';
import { add, openWorker, untilDone } from './worker-harness.ts';

/** Handles nothing until it is told to stop, and tells what for. */
function waitForStop(seen: unknown[]) {
  return (_event: ClaimedEvent, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const stop = (): void => {
        seen.push(signal.reason);
        resolve();
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
}

describe('asked to stop by a person, the worker', () => {
  test('aborts the handling at once, and the event is finished', async () => {
    const seen: unknown[] = [];
    const { inbox, worker, apologies } = await openWorker(waitForStop(seen));
    await add(inbox, '1', 'C1:1');
    worker.start();
    await expect.poll(() => inbox.claim('other', 1)).toBeNull();
    expect(await worker.requestStop('C1:1')).toBe(1);
    expect(seen).toEqual([expect.any(StoppedByPerson)]);
    await untilDone(inbox);
    expect(apologies).toEqual([]);
  });

  test('leaves other conversations alone', async () => {
    const seen: unknown[] = [];
    const { inbox, worker } = await openWorker(waitForStop(seen));
    await add(inbox, '1', 'C1:1');
    await add(inbox, '2', 'C2:1');
    worker.start();
    await expect.poll(() => inbox.claim('other', 1)).toBeNull();
    expect(await worker.requestStop('C1:1')).toBe(1);
    await expect.poll(() => inbox.countOpen()).toBe(1);
    expect(await inbox.hasOpen('C2:1')).toBe(true);
    await worker.requestStop('C2:1');
    await untilDone(inbox);
  });

  test('handles what waits with a signal that is aborted already', async () => {
    const seen: boolean[] = [];
    const { inbox, worker } = await openWorker(async (_event, signal) => {
      seen.push(signal.aborted && signal.reason instanceof StoppedByPerson);
    });
    await add(inbox, '1', 'C1:1');
    await worker.requestStop('C1:1');
    await add(inbox, '2', 'C1:1');
    worker.start();
    await untilDone(inbox);
    expect(seen).toEqual([true, false]);
  });

  test('hears of it within half a second when another process was asked', async () => {
    const seen: unknown[] = [];
    const { inbox, worker } = await openWorker(waitForStop(seen));
    await add(inbox, '1', 'C1:1');
    worker.start();
    await expect.poll(() => inbox.claim('other', 1)).toBeNull();
    const askedAt = performance.now();
    await inbox.requestStop('C1:1');
    await untilDone(inbox);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
    expect(seen).toEqual([expect.any(StoppedByPerson)]);
  });
});
