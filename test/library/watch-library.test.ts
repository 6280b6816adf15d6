import { appendFileSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type IngestOptions,
  type IngestReport,
  ingestLibrary,
  watchLibrary,
} from '../../src/library/index.ts';
import { type IngestHarness, openIngestHarness } from './ingest-harness.ts';

let library: IngestHarness;
let closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  library = await openIngestHarness();
});
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
  await library.close();
});

interface Watched {
  reports: IngestReport[];
  errors: unknown[];
  /** Resolves with the first report, already given or to come, that fits. */
  until(fits: (report: IngestReport) => boolean): Promise<IngestReport>;
}

async function startWatching({
  ingest = (options: IngestOptions) => ingestLibrary([library.folder], library.parts, options),
  settledForMs = 100,
  path = library.folder,
} = {}): Promise<Watched> {
  library.parts.clock = { now: () => Date.now() };
  const reports: IngestReport[] = [];
  const errors: unknown[] = [];
  const waiting = new Set<() => void>();
  const watching = watchLibrary(
    [path],
    {
      ingest,
      onReport: (report) => {
        reports.push(report);
        for (const check of waiting) check();
      },
      onError: (error) => errors.push(error),
    },
    { settledForMs },
  );
  closing.push(() => watching.close());
  await watching.ready;
  return {
    reports,
    errors,
    until: (fits) =>
      new Promise((resolve) => {
        const check = (): void => {
          const report = reports.find(fits);
          if (report === undefined) return;
          waiting.delete(check);
          resolve(report);
        };
        waiting.add(check);
        check();
      }),
  };
}

describe('watchLibrary', () => {
  test('notices a file that is added, changed, moved and removed', async () => {
    library.write('old.md', 'Old\nText.');
    await library.ingest();
    const { until } = await startWatching();
    library.write('sub/new.md', 'New\nText.');
    await until(({ added }) => added.includes('sub/new.md'));
    library.write('old.md', 'Old\nChanged.');
    await until(({ changed }) => changed.includes('old.md'));
    renameSync(join(library.folder, 'old.md'), join(library.folder, 'newer.md'));
    const moved = await until(({ added }) => added.includes('newer.md'));
    expect(moved.retired).toEqual(['old.md']);
    library.remove('sub/new.md');
    await until(({ retired }) => retired.includes('sub/new.md'));
  });

  test('notices a folder that is moved in whole', async () => {
    const outside = join(dirname(library.folder), 'outside');
    mkdirSync(outside);
    const { until } = await startWatching();
    library.write('../outside/a.md', 'A\nText.');
    library.write('../outside/deep/b.md', 'B\nText.');
    renameSync(outside, join(library.folder, 'inside'));
    const all = new Set<string>();
    await until(({ added }) => {
      for (const source of added) all.add(source);
      return all.has('inside/a.md') && all.has('inside/deep/b.md');
    });
  });

  test('notices changes behind a link to the library', async () => {
    const link = join(dirname(library.folder), 'link');
    symlinkSync(library.folder, link);
    const { until } = await startWatching({ path: link });
    library.write('a.md', 'A\nText.');
    await until(({ added }) => added.includes('a.md'));
  });

  test('waits for a file that is still being written', async () => {
    // Much longer than a busy machine keeps a timer waiting.
    const { reports, until } = await startWatching({ settledForMs: 500 });
    const path = join(library.folder, 'slow.md');
    library.write('slow.md', 'Slow\n');
    const writing = setInterval(() => appendFileSync(path, 'more '), 20);
    const stop = setTimeout(() => {
      clearInterval(writing);
      appendFileSync(path, 'end.');
    }, 600);
    closing.push(async () => {
      clearInterval(writing);
      clearTimeout(stop);
    });
    await until(({ added }) => added.includes('slow.md'));
    expect(await library.textOf('slow.md')).toMatch(/more end\.$/);
    expect(reports.flatMap(({ changed }) => changed)).toEqual([]);
  });

  test('ingests once more when something changes during an ingest', async () => {
    const { until } = await startWatching({
      ingest: async (options) => {
        const report = await ingestLibrary([library.folder], library.parts, options);
        if ((await library.textOf('during.md')) === undefined)
          library.write('during.md', 'During\nText.');
        return report;
      },
    });
    library.write('first.md', 'First\nText.');
    await until(({ added }) => added.includes('during.md'));
  });

  test('goes on after an ingest that failed', async () => {
    let isFirst = true;
    const { until, errors } = await startWatching({
      ingest: async (options) => {
        if (!isFirst) return ingestLibrary([library.folder], library.parts, options);
        isFirst = false;
        library.write('b.md', 'B\nText.');
        throw new Error('database is away');
      },
    });
    library.write('a.md', 'A\nText.');
    const report = await until(({ added }) => added.length > 0);
    expect(report.added).toEqual(['a.md', 'b.md']);
    expect(errors).toEqual([new Error('database is away')]);
  });
});
