import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runConcord } from './run-concord.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

const commands = [
  'start',
  'ask',
  'ingest',
  'library',
  'notices',
  'usage',
  'eval',
  'bench',
  'doctor',
];

describe('the executable', () => {
  test('lists its commands', async () => {
    const { status, stdout } = await runConcord(['--help']);
    expect(status).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  });

  test.each(commands)('%s explains itself', async (command) => {
    const { status, stdout, stderr } = await runConcord([command, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Usage: concord ${command}`);
  });

  test('wrong use ends with 2 and says what is possible', async () => {
    for (const wrong of [
      ['bogus'],
      ['ask'],
      ['ask', 'why?', '--audience', 'everyone'],
      ['ingest', '--bogus'],
    ]) {
      const { status, stdout, stderr } = await runConcord(wrong, { DATA_DIR: folder });
      expect({ wrong, status, stdout }).toEqual({ wrong, status: 2, stdout: '' });
      expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
    }
  });

  test('a wrong configuration ends with 2 and names the variable', async () => {
    const { status, stderr } = await runConcord(['library', 'list'], { SLACK_HTTP_PORT: 'many' });
    expect(status).toBe(2);
    expect(stderr).toContain('SLACK_HTTP_PORT');
  });

  test('a database that cannot be opened ends with 1 and says what to do', async () => {
    const { status, stderr } = await runConcord(['library', 'list'], {
      DATA_DIR: join(folder, 'x'),
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('DATABASE_URL');
    expect(stderr).not.toContain('secret');
  });
});

describe('doctor', () => {
  test('finds a fresh machine well, apart from a library that is still empty', async () => {
    const { status, stdout } = await runConcord(['doctor', '--json'], { DATA_DIR: folder });
    expect(status).toBe(0);
    const { healthy, findings } = JSON.parse(stdout);
    expect(healthy).toBe(true);
    const states = findings.map(({ name, state }: Record<string, string>) => [name, state]);
    expect(Object.fromEntries(states)).toMatchObject({
      configuration: 'ok',
      database: 'ok',
      library: 'warning',
      slack: 'skipped',
    });
  });

  test('names what is wrong and ends with 1', async () => {
    const { status, stdout } = await runConcord(['doctor'], {
      DATA_DIR: folder,
      LIBRARY_DIRS: join(folder, 'nowhere'),
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/✗ library folders.*\n {2}→ .*LIBRARY_DIRS/);
    expect(stdout).toMatch(/✗ slack: Slack cannot be reached/);
  });
});
