import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const setup = join(import.meta.dirname, 'test/setup');

/** Tests that start processes, browsers or whole assistants, and those of the test run itself. */
const alone = ['bench', 'browser', 'commands', 'corpus', 'journeys', 'playground/page', 'setup'];
const filesAlone = alone.map((folder) => `test/${folder}/**/*.test.ts`);
/** Kill processes by the clock: beside other tests these live too short to get anything done. */
const filesLast = ['test/journeys/*-killed.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A machine that runs everything at once may take more than the usual second.
    expect: { poll: { timeout: 8_000 } },
    pool: 'forks',
    // One less than there are cores, the usual, leaves half of a small machine idle.
    maxWorkers: '100%',
    reporters: ['default'],
    // Every log is searched for what people wrote, and a rejection that nobody handles fails the run.
    setupFiles: [join(setup, 'guard-logs.ts')],
    alias: { pino: join(setup, 'watched-log.ts') },
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      { extends: true, test: { name: 'alone', include: filesAlone, exclude: filesLast } },
      // Loading modules anew for each of these files took longer than their tests. Nothing is built
      // at import, so they find nothing of one another.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: filesAlone,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'last', include: filesLast, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
