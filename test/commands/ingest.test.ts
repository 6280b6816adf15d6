import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerIngest } from '../../src/commands/ingest.ts';
import { type IngestOptions, ingestLibrary } from '../../src/library/index.ts';
import { type IngestHarness, openIngestHarness } from '../library/ingest-harness.ts';
import { type CommandRun, runCommand } from './command-harness.ts';

let library: IngestHarness;
let closed = 0;
let stopping = new AbortController();
beforeEach(async () => {
  library = await openIngestHarness();
  closed = 0;
  stopping = new AbortController();
});
afterEach(() => library.close());

function run(
  argv: string[],
  ingest = (paths: readonly string[], options: IngestOptions) =>
    ingestLibrary(paths, library.parts, options),
): Promise<CommandRun> {
  const { signal } = stopping;
  const register = registerIngest({
    open: async () => ({
      ingest,
      planEmbedding: async () => null,
      close: async () => {
        closed += 1;
      },
    }),
    untilInterrupted: () => ({
      signal,
      promise: new Promise((resolve) => signal.addEventListener('abort', resolve)),
      release: () => {},
    }),
  });
  return runCommand(register, ['ingest', ...argv], { LIBRARY_DIRS: library.folder });
}

describe('concord ingest', () => {
  test('ingests the configured folders and says what it did', async () => {
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'B\nText.');
    const first = await run([]);
    expect(first.status).toBe(0);
    expect(first.printed).toMatch(/^2 added, 0 changed, 0 unchanged, 0 retired, 0 failed \(2 pass/);
    expect(first.printed).toContain('Added\n  a.md\n  b.md\n');
    library.remove('b.md');
    const second = await run([]);
    expect(second.printed).toMatch(/^0 added, 0 changed, 1 unchanged, 1 retired/);
    expect(second.printed).toContain('b.md');
    expect(closed).toBe(2);
  });

  test('ingests the folders named instead', async () => {
    library.write('2013/a.md', 'A\nText.');
    library.write('2014/b.md', 'B\nText.');
    await run([`${library.folder}/2014`]);
    expect((await library.store.list()).map(({ source }) => source)).toEqual(['2014/b.md']);
  });

  test('exits with 1 when a file failed, and names it with its reason and code', async () => {
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'broken');
    const { status, printed, failure } = await run([]);
    expect(status).toBe(1);
    expect(printed).toContain('b.md is broken. Mend it. (file-malformed)');
    expect(failure).toBe('One file could not be ingested.');
    expect(await library.store.list()).toHaveLength(1);
    expect(closed).toBe(1);
  });

  test('prints the report alone with --json, failures too', async () => {
    library.write('b.md', 'broken');
    const { status, printed, json } = await run(['--json']);
    expect(status).toBe(1);
    expect(printed).toBe('');
    expect(json).toMatchObject({ added: [], failed: [{ source: 'b.md', code: 'file-malformed' }] });
  });

  test('does nothing with --dry-run', async () => {
    library.write('a.md', 'A\nText.');
    const { status, printed } = await run(['--dry-run']);
    expect(status).toBe(0);
    expect(printed).toMatch(/^Would be: 1 added/);
    expect(await library.store.list()).toEqual([]);
  });

  test('reads failed files again only when asked to', async () => {
    library.write('b.md', 'broken');
    await run([]);
    await run([]);
    expect(library.parsed).toEqual(['b.md']);
    await run(['--retry-failed']);
    expect(library.parsed).toEqual(['b.md', 'b.md']);
  });

  test('shows no more than 20 files of a sort', async () => {
    for (let index = 0; index < 23; index += 1) library.write(`${index}.md`, `${index}\nText.`);
    const { printed } = await run([]);
    expect(printed).toContain('and 3 more (--json lists all)');
  });

  test('exits with 1 when it was stopped', async () => {
    for (let index = 0; index < 5; index += 1) library.write(`${index}.md`, `${index}\nText.`);
    stopping.abort();
    const { status, failure } = await run([]);
    expect(status).toBe(1);
    expect(failure).toMatch(/run it again/);
  });

  test('goes on with --watch until stopped', async () => {
    library.parts.clock = { now: () => Date.now() };
    library.write('a.md', 'A\nText.');
    let ingests = 0;
    const { status, printed, noted } = await run(['--watch'], async (paths, options) => {
      const report = await ingestLibrary(paths, library.parts, options);
      ingests += 1;
      // The watch has printed the report of the second file when it asks for the next ingest.
      if (report.added.includes('b.md')) setTimeout(() => stopping.abort());
      else if (ingests === 1) setTimeout(() => library.write('b.md', 'B\nText.'), 300);
      return report;
    });
    expect(status).toBe(0);
    expect(printed.match(/1 added/g)).toHaveLength(2);
    expect(noted).toContain('Ctrl+C');
    expect(closed).toBe(1);
  });

  test.each([[['--watch', '--dry-run']], [['--watch', '--json']], [['--wach']]])(
    'is called wrongly with %j',
    async (argv) => {
      expect((await run(argv)).status).toBe(2);
    },
  );
});
