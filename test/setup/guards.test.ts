import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../vitest.config.ts';

const root = join(import.meta.dirname, '../..');

/** Runs tests that were planted to fail, as `npm test` would run them. */
async function run(
  name: string,
  ...options: string[]
): Promise<{ status: number; output: string }> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const planted = join(import.meta.dirname, 'planted/vitest.config.ts');
  const parameters = [vitest, 'run', '--config', planted, name, ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: root }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

describe('the test run', () => {
  test.each([
    ['a log line with part of a question', 'leak', 'the log repeats what somebody wrote'],
    ['a rejection that nobody handles', 'rejection', 'planted rejection'],
    ['an exception that nobody catches', 'exception', 'planted exception'],
  ])('fails on %s', async (_what, name, says) => {
    const { status, output } = await run(`${name}.planted.ts`);
    expect(output).toContain(says);
    expect(status).toBe(1);
  });

  test('fails on each file with a leak, when files share their modules too', async () => {
    const { output } = await run('leak', '--no-isolate', '--maxWorkers=1');
    for (const name of ['leak', 'second-leak'])
      expect(output).toMatch(new RegExp(`FAIL.*planted/${name}\\.planted\\.ts`));
  });

  test('passes where the log says no more than it may', async () => {
    expect(await run('quiet.planted.ts')).toMatchObject({ status: 0 });
  });

  test('never leaves rejections out of account', () => {
    expect(config.test?.dangerouslyIgnoreUnhandledErrors).toBe(false);
  });
});
