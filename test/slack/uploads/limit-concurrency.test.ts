import { expect, test } from 'vitest';
import { createLimitConcurrency } from '../../../src/slack/uploads/limit-concurrency.ts';

test('no more is done at the same time than may be, and all of it in order, failures too', async () => {
  const limit = createLimitConcurrency(2);
  const { signal } = new AbortController();
  const begun: number[] = [];
  let atOnce = 0;
  let most = 0;
  const results = await Promise.allSettled(
    [1, 2, 3, 4, 5].map((number) =>
      limit(signal, async () => {
        begun.push(number);
        atOnce += 1;
        most = Math.max(most, atOnce);
        await Promise.resolve();
        atOnce -= 1;
        if (number === 2) throw new Error('failed');
        return number;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});

test('who gives up while waiting takes nobody’s turn', async () => {
  const limit = createLimitConcurrency(1);
  const stop = new AbortController();
  const never = new AbortController().signal;
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = limit(never, () => promise);
  const second = limit(stop.signal, async () => 'second');
  const third = limit(never, async () => 'third');
  stop.abort(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  resolve('first');
  expect(await Promise.all([first, third])).toEqual(['first', 'third']);
  expect(await limit(never, async () => 'fourth')).toBe('fourth');
});
