import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageState } from '../../src/playground/page-api/page-protocol.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-start-'));
  await mkdir(join(folder, 'papers'));
  await copyFile(join(root, 'corpus/common-values.md'), join(folder, 'papers/values.md'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await rm(folder, { recursive: true });
});

/** Starts Concord as `npm start` does, and waits until it says where its page is. */
async function start(...options: string[]) {
  const child = spawn(process.execPath, ['src/cli.ts', 'start', ...options], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: join(folder, 'data'),
      LIBRARY_DIRS: join(folder, 'papers'),
      PLAYGROUND_PORT: '0',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const url = await new Promise<string>((found, failed) => {
    child.stderr.on('data', (data: Buffer) => {
      said += data;
      const [, address] = /^Open (http:\S+)$/m.exec(said) ?? [];
      if (address !== undefined) found(address);
    });
    void ended.then((status) => failed(new Error(`ended with ${status}: ${said}`)));
  });
  const cookie = String((await fetch(url)).headers.get('set-cookie')).split(';')[0] ?? '';
  return {
    said: () => said,
    async state(): Promise<PageState> {
      const response = await fetch(`${url}page/state`, { headers: { cookie } });
      return (await response.json()) as PageState;
    },
    async post(text: string): Promise<void> {
      const action = { type: 'post', channel: 'coffee', text, thread: null };
      await fetch(`${url}page/act`, {
        method: 'POST',
        headers: { cookie, origin: new URL(url).origin, 'content-type': 'application/json' },
        body: JSON.stringify({ person: 'amira', action }),
      });
    },
    async quit(): Promise<number | null> {
      child.stdin.write('quit\n');
      return ended;
    },
  };
}

type Started = Awaited<ReturnType<typeof start>>;
const textsInCoffee = async (concord: Started): Promise<string[]> =>
  (await concord.state()).conversations
    .filter(({ name }) => name === 'coffee')
    .flatMap(({ messages }) => messages.map(({ text }) => text));

describe('start without a Slack', () => {
  test('names the page first, then how to ask in the terminal, and ends when told', async () => {
    const concord = await start();
    expect(await textsInCoffee(concord)).toEqual([]);
    expect(concord.said().indexOf('Open http')).toBeLessThan(concord.said().indexOf('Or ask here'));
    expect(await concord.quit()).toBe(0);
  }, 60_000);

  test('keeps the local Slack for the next start when asked to, and else begins anew', async () => {
    const first = await start('--keep');
    await first.post('still here?');
    await first.quit();
    const second = await start('--keep');
    expect(await textsInCoffee(second)).toEqual(['still here?']);
    await second.quit();
    const third = await start();
    expect(await textsInCoffee(third)).toEqual([]);
    await third.quit();
  }, 60_000);
});
