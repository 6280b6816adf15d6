import { test } from 'vitest';

// Run by guards.test.ts in a run of its own, which has to fail.
test('an exception that nobody catches', async () => {
  setTimeout(() => {
    throw new Error('planted exception');
  }, 0);
  await new Promise((resolve) => setTimeout(resolve, 20));
});
