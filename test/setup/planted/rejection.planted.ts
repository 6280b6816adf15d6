import { test } from 'vitest';

// Run by guards.test.ts in a run of its own, which has to fail.
test('a rejection that nobody handles', async () => {
  void Promise.reject(new Error('planted rejection'));
  await new Promise((resolve) => setTimeout(resolve, 1));
});
