import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConcordError } from '../../src/errors.ts';
import { ingestLibrary, type LibraryStore } from '../../src/library/index.ts';
import { type IngestHarness, nothingDone, openIngestHarness } from './ingest-harness.ts';

let library: IngestHarness;
beforeEach(async () => {
  library = await openIngestHarness();
});
afterEach(() => library.close());

describe('ingestLibrary, stopped or not alone,', () => {
  test('writes nothing in a dry run', async () => {
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'B\nText.');
    await library.ingest();
    library.remove('a.md');
    library.write('b.md', 'B\nChanged.');
    library.write('c.md', 'C\nText.');
    library.write('d.md', 'broken');
    const revision = await library.store.revision();
    const report = await library.ingest({ dryRun: true });
    expect(report).toMatchObject({ retired: ['a.md'], changed: ['b.md'], added: ['c.md'] });
    expect(await library.store.revision()).toBe(revision);
    expect(await library.store.list()).toHaveLength(2);
    expect(library.catchUps()).toBe(1);
    library.parsed.length = 0;
    await library.ingest();
    expect(library.parsed.sort()).toEqual(['b.md', 'c.md', 'd.md']);
  });

  test('tells its progress, each file once', async () => {
    for (const name of ['a', 'b', 'c']) library.write(`${name}.md`, `${name}\nText.`);
    library.write('d.md', 'broken');
    const seen: number[] = [];
    await library.ingest({ onProgress: ({ done, total }) => seen.push(done, total) });
    expect(seen).toEqual([1, 4, 2, 4, 3, 4, 4, 4]);
  });

  test('stops when asked to, keeps what it has, retires nothing and goes on later', async () => {
    library.write('gone.md', 'Gone\nText.');
    await library.ingest();
    library.remove('gone.md');
    for (let index = 0; index < 20; index += 1) library.write(`${index}.md`, `${index}\nText.`);
    const controller = new AbortController();
    const { readDocument } = library.parts;
    library.parts.readDocument = async (path, bytes) => {
      if (library.parsed.length === 9) controller.abort();
      return readDocument(path, bytes);
    };
    const report = await library.ingest({ signal: controller.signal, concurrency: 1 });
    expect(report).toMatchObject({ interrupted: true, retired: [] });
    expect(report.added).toHaveLength(9);
    library.parts.readDocument = readDocument;
    const next = await library.ingest();
    expect(next).toMatchObject({ interrupted: false, unchanged: 9, retired: ['gone.md'] });
    expect(next.added).toHaveLength(11);
  });

  test('two at once neither duplicate nor lose anything', async () => {
    for (let index = 0; index < 40; index += 1) library.write(`${index}.md`, `${index}\nText.`);
    const [one, two] = await Promise.all([library.ingest(), library.ingest()]);
    expect([...one.failed, ...two.failed]).toEqual([]);
    expect(one.added.length + two.added.length).toBe(40);
    expect(one.unchanged + two.unchanged).toBe(40);
    expect(await library.store.list()).toHaveLength(40);
  });

  test('looks again at a file that another ingest has written meanwhile', async () => {
    library.write('a.md', 'A\nFirst.');
    const { readDocument } = library.parts;
    let isFirst = true;
    library.parts.readDocument = async (path, bytes) => {
      const document = await readDocument(path, bytes);
      if (isFirst) {
        isFirst = false;
        library.write('a.md', 'A\nSecond.');
        await library.ingest();
      }
      return document;
    };
    expect(await library.ingest()).toMatchObject({ ...nothingDone, unchanged: 1 });
    expect(await library.textOf('a.md')).toBe('A\n\nSecond.');
  });

  test('stops with the reason when the database fails', async () => {
    for (let index = 0; index < 5; index += 1) library.write(`${index}.md`, `${index}\nText.`);
    const failing: LibraryStore = {
      ...library.store,
      save: () => Promise.reject(new Error('disk full')),
    };
    await expect(
      ingestLibrary([library.folder], { ...library.parts, store: failing }),
    ).rejects.toThrow('disk full');
  });

  test('keeps what it stored when the index cannot be brought up to date', async () => {
    library.write('a.md', 'A\nText.');
    library.parts.indexing = {
      catchUp: () => Promise.reject(new ConcordError('embedding-failed', 'The service is away.')),
    };
    const report = await library.ingest();
    expect(report.added).toEqual(['a.md']);
    expect(report.failed).toMatchObject([{ source: 'search index', code: 'embedding-failed' }]);
    expect(await library.store.list()).toHaveLength(1);
  });

  test('says that it was stopped when that happens while it makes passages searchable', async () => {
    library.write('a.md', 'A\nText.');
    const controller = new AbortController();
    library.parts.indexing = {
      catchUp: async (signal) => {
        controller.abort();
        signal?.throwIfAborted();
      },
    };
    const report = await library.ingest({ signal: controller.signal });
    expect(report).toMatchObject({ added: ['a.md'], failed: [], interrupted: true });
  });
});
