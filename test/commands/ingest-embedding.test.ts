import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerIngest } from '../../src/commands/ingest.ts';
import { openLibrary } from '../../src/compose.ts';
import { silentLog } from '../../src/observability/log.ts';
import type { Interference } from '../models/embedding-server.ts';
import { useEmbeddingServer } from '../models/use-embedding-server.ts';
import { type CommandRun, runCommand } from './command-harness.ts';

const startServer = useEmbeddingServer();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-ingest-'));
  writeFileSync(join(folder, 'a.txt'), 'Discharge\n\nThe ward discharges patients before noon.');
  writeFileSync(join(folder, 'b.txt'), 'Budget\n\nThe budget for the winter was agreed in May.');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The whole library behind the command, with a service for embeddings. */
async function open(interfere?: Interference, environment: Record<string, string> = {}) {
  const { server } = await startServer(interfere);
  const register = registerIngest({
    open: async (config) => {
      const clock = { now: () => 1_000 };
      const library = await openLibrary(
        { ...config, dataDirectory: folder, databaseLocation: join(folder, '.library.sqlite') },
        { clock, log: silentLog },
      );
      return { ...library, planEmbedding: library.engine.planEmbedding };
    },
    untilInterrupted: () => ({
      signal: new AbortController().signal,
      promise: new Promise(() => {}),
      release: () => {},
    }),
  });
  const run = (...argv: string[]): Promise<CommandRun> =>
    runCommand(register, ['ingest', ...argv], {
      LIBRARY_DIRS: folder,
      OPENAI_API_KEY: 'k',
      OPENAI_BASE_URL: server.url,
      EMBEDDING_DIMENSIONS: '8',
      ...environment,
    });
  return { server, run };
}

describe('concord ingest with a service for embeddings', () => {
  test('says the cost before it begins, and in the end what it was', async () => {
    const { server, run } = await open();
    const { printed, status } = await run();
    expect(status).toBe(0);
    expect(printed).toMatch(
      /^Embedding 2 passages with text-embedding-3-small: about \d+ tokens, less than \$0\.01, /,
    );
    const words = server.requests
      .flatMap(({ body }) => body.input)
      .join(' ')
      .split(/\s+/).length;
    expect(printed.trimEnd()).toMatch(
      new RegExp(`Embedded 2 passages with text-embedding-3-small: ${words} tokens, less than`),
    );
    expect((await run()).printed).not.toContain('Embed');
    expect(server.requests).toHaveLength(1);
  });

  test('says the cost without beginning with --dry-run', async () => {
    const { server, run } = await open();
    const dry = await run('--dry-run');
    expect(dry.printed).toMatch(
      /\nWould embed 2 passages with text-embedding-3-small: about \d+ t/,
    );
    const { json } = await run('--dry-run', '--json');
    expect(json).toMatchObject({
      passages: 2,
      embedding: { planned: { passages: 2, tokens: expect.any(Number) }, used: null },
    });
    expect(server.requests).toEqual([]);
  });

  test('keeps its result one JSON document with --json', async () => {
    const { run } = await open(undefined, { EMBEDDING_PRICE_USD: '100000' });
    const { json, printed, noted } = await run('--json');
    expect(printed).toBe('');
    expect(noted).toMatch(/^Embedding 2 passages .* about \$\d\.\d\d,/);
    expect(json).toMatchObject({ embedding: { used: { passages: 2, costMicros: 1_700_000 } } });
  });

  test('says what is wrong with the service, and keeps what can be found by its words', async () => {
    const { run } = await open(() => ({ status: 401 }));
    const { status, printed, failure } = await run();
    expect(status).toBe(1);
    expect(printed).toContain('2 added');
    expect(printed).toContain('refused the key. Check OPENAI_API_KEY');
    expect(failure).toContain('Every file is in the library');
  });
});
