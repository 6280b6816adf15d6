import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A machine that runs everything at once may take more than the usual second.
    expect: { poll: { timeout: 8_000 } },
    pool: 'forks',
    reporters: ['default'],
  },
});
