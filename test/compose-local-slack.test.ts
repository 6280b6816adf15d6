import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { type Assistant, openAssistant } from '../src/compose-assistant.ts';
import { readConfig } from '../src/config.ts';
import { silentLog } from '../src/observability/log.ts';
import { visitPage } from './playground/support/visit-page.ts';

const day = 24 * 60 * 60 * 1000;
let folder: string;
const open: Assistant[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-local-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((assistant) => assistant.close()));
  await rm(folder, { recursive: true });
});

async function openLocal(environment: Record<string, string> = {}) {
  const config = readConfig(
    { DATA_DIR: join(folder, 'data'), LIBRARY_DIRS: folder, PLAYGROUND_PORT: '0', ...environment },
    folder,
  );
  const assistant = await openAssistant(config, { clock: systemClock, log: silentLog });
  open.push(assistant);
  if (assistant.localSlack === null) throw new Error('no local Slack was started');
  return { ...assistant, slack: assistant.localSlack.driver };
}

describe('Concord with a local Slack', () => {
  test('takes the time from it, so that what waits for a date can be seen', async () => {
    const tomorrow = new Date(Date.now() + day).toISOString();
    const text = `---\ntitle: Soon\nembargoed-until: ${tomorrow}\n---\n\nThe clinic opens on Friday.\n`;
    await writeFile(join(folder, 'soon.md'), text);
    const { library, slack } = await openLocal();
    await library.ingest();
    expect(await library.view.count(['public', 'members'])).toBe(0);
    slack.clock.advance(2 * day);
    expect(await library.view.count(['public', 'members'])).toBe(1);
  });

  test('gives it the manifest that a real workspace would be given', async () => {
    const { slack } = await openLocal();
    const { app } = await (await visitPage(slack)).state('amira');
    const manifest = JSON.parse(await readFile('manifest.json', 'utf8'));
    const { slash_commands: commands, shortcuts } = manifest.features;
    expect(app.commands.map(({ command }) => command)).toEqual(
      commands.map(({ command }: { command: string }) => command),
    );
    expect(app.commands.length).toBeGreaterThan(0);
    expect(app.shortcuts).toHaveLength(shortcuts.length);
  });

  test('takes another port when the configured one is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const { slack } = await openLocal({ PLAYGROUND_PORT: String(taken) });
    expect(new URL(slack.pageUrl).port).not.toBe(String(taken));
    expect((await fetch(slack.pageUrl)).status).toBe(200);
    await new Promise((resolve) => other.close(resolve));
  });

  test('does not leave it running when the library cannot be opened', async () => {
    const port = await freePort();
    const unreachable = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
    const opening = openLocal({ ...unreachable, PLAYGROUND_PORT: String(port) });
    await expect(opening).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
