import { expect, test } from 'vitest';
import { MessageRateLimited } from '../../src/messaging/index.ts';
import { patiently } from '../../src/messaging/patiently.ts';
import { createTestClock } from '../fakes/test-clock.ts';

const limited = () => new MessageRateLimited(4_000);

test('a call is repeated after the wait that was asked for', async () => {
  const { pause, waits } = createTestClock();
  const answers = [limited(), limited(), 'said'];
  const call = async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  expect(await patiently({ pause, mostTries: 3 }, call)).toBe('said');
  expect(waits).toEqual([4_000, 4_000]);
});

test('patience ends, and does not repeat what failed for another reason', async () => {
  const { pause, waits } = createTestClock();
  const reject = (error: Error) => () => Promise.reject(error);
  await expect(patiently({ pause, mostTries: 2 }, reject(limited()))).rejects.toThrow(
    MessageRateLimited,
  );
  const other = patiently({ pause, mostTries: 2 }, reject(new TypeError('else')));
  await expect(other).rejects.toThrow('else');
  expect(waits).toEqual([4_000]);
});
