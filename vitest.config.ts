import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const setup = join(import.meta.dirname, 'test/setup');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A machine that runs everything at once may take more than the usual second.
    expect: { poll: { timeout: 8_000 } },
    pool: 'forks',
    reporters: ['default'],
    // Every log is searched for what people wrote, and a rejection that nobody handles fails the run.
    setupFiles: [join(setup, 'guard-logs.ts')],
    alias: { pino: join(setup, 'watched-log.ts') },
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
