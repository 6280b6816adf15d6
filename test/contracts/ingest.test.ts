import { afterEach, expect, test } from 'vitest';
import { type IngestHarness, nothingDone, openIngestHarness } from '../library/ingest-harness.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('ingestion', (open) => {
  let library: IngestHarness | undefined;
  afterEach(() => library?.close());

  test('follows a folder through its changes', async () => {
    library = await openIngestHarness(open);
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'B\nText.');
    library.write('c.md', 'broken');
    expect(await library.ingest()).toMatchObject({ added: ['a.md', 'b.md'], passages: 2 });
    library.write('a.md', 'A\nOther text.');
    library.remove('b.md');
    expect(await library.ingest()).toMatchObject({
      changed: ['a.md'],
      retired: ['b.md'],
      failed: [{ source: 'c.md', code: 'file-malformed' }],
    });
    expect(await library.textOf('a.md')).toBe('A\n\nOther text.');
    library.write('b.md', 'B\nText.');
    library.remove('c.md');
    expect(await library.ingest()).toMatchObject({
      ...nothingDone,
      unchanged: 2,
      restored: ['b.md'],
    });
  });

  test('neither duplicates nor loses anything when two run at once', async () => {
    library = await openIngestHarness(open);
    for (let index = 0; index < 30; index += 1) library.write(`${index}.md`, `${index}\nText.`);
    const [one, two] = await Promise.all([library.ingest(), library.ingest()]);
    expect([...one.failed, ...two.failed]).toEqual([]);
    expect([...one.added, ...two.added].sort()).toHaveLength(30);
    expect(one.unchanged + two.unchanged).toBe(30);
    expect(await library.store.list()).toHaveLength(30);
  });
});
