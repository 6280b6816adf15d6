import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type IngestHarness, nothingDone, openIngestHarness } from './ingest-harness.ts';

let library: IngestHarness;
beforeEach(async () => {
  library = await openIngestHarness();
});
afterEach(() => library.close());

describe('ingestLibrary', () => {
  test('adds what it finds, below sub-folders too', async () => {
    library.write('values.md', 'Common values\nWe share what we know.');
    library.write('2014/notice.txt', 'Notice\nOctober.');
    const report = await library.ingest();
    expect(report).toMatchObject({
      ...nothingDone,
      added: ['2014/notice.txt', 'values.md'],
      passages: 2,
    });
    expect(await library.store.findBySource('values.md')).toMatchObject({
      title: 'Common values',
      audience: 'members',
      status: 'current',
    });
    expect(await library.textOf('2014/notice.txt')).toBe('Notice\n\nOctober.');
    expect(library.catchUps()).toBe(1);
  });

  test('does nothing the second time', async () => {
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'broken');
    await library.ingest();
    const revision = await library.store.revision();
    library.parsed.length = 0;
    const report = await library.ingest();
    expect(report).toMatchObject({
      ...nothingDone,
      unchanged: 1,
      failed: [{ source: 'b.md', code: 'file-malformed', reason: 'b.md is broken. Mend it.' }],
    });
    expect(library.parsed).toEqual([]);
    expect(await library.store.revision()).toBe(revision);
  });

  test('tries a file that failed again when it has changed', async () => {
    library.write('b.md', 'broken');
    await library.ingest();
    library.write('b.md', 'Mended\nText.');
    expect(await library.ingest()).toMatchObject({ ...nothingDone, added: ['b.md'] });
    library.write('b.md', 'Changed\nText.');
    expect(await library.ingest()).toMatchObject({ ...nothingDone, changed: ['b.md'] });
  });

  test('keeps the id of a changed file and takes its new text', async () => {
    library.write('a.md', 'A\nOld.');
    await library.ingest();
    const before = await library.store.findBySource('a.md');
    library.write('a.md', 'A, revised\nNew.');
    expect(await library.ingest()).toMatchObject({
      ...nothingDone,
      changed: ['a.md'],
      passages: 1,
    });
    const after = await library.store.findBySource('a.md');
    expect(after).toMatchObject({ id: before?.id, addedAt: before?.addedAt, title: 'A, revised' });
    expect(after?.changedAt).toBeGreaterThan(before?.changedAt ?? 0);
    expect(await library.textOf('a.md')).toBe('A, revised\n\nNew.');
  });

  test('takes a changed description without making new passages', async () => {
    library.write('a.txt', 'A\nText.');
    library.write('a.meta.yaml', 'audience: leads');
    await library.ingest();
    const id = (await library.store.findBySource('a.txt'))?.id ?? '';
    const passages = await library.store.passagesOf(id);
    library.write('a.meta.yaml', 'audience: staff');
    expect(await library.ingest()).toMatchObject({ ...nothingDone, changed: ['a.txt'] });
    expect(await library.store.get(id)).toMatchObject({ audience: 'staff' });
    expect(await library.store.passagesOf(id)).toEqual(passages);
  });

  test('reads everything again when the default audience changes', async () => {
    library.write('a.txt', 'A\nText.');
    await library.ingest();
    library.parts.defaults = { audience: 'staff' };
    expect(await library.ingest()).toMatchObject({ ...nothingDone, changed: ['a.txt'] });
    expect(await library.store.findBySource('a.txt')).toMatchObject({ audience: 'staff' });
  });

  test('keeps what was stored of a file that fails now', async () => {
    library.write('a.md', 'A\nText.');
    await library.ingest();
    const before = await library.store.findBySource('a.md');
    library.write('a.md', 'broken');
    const report = await library.ingest();
    expect(report.failed).toMatchObject([{ source: 'a.md', code: 'file-malformed' }]);
    expect(report.retired).toEqual([]);
    expect(await library.store.findBySource('a.md')).toEqual(before);
    expect(await library.textOf('a.md')).toBe('A\n\nText.');
  });

  test('says which field of a description is wrong, and goes on', async () => {
    library.write('a.txt', 'A\nText.');
    library.write('a.meta.yaml', 'audience: everybody');
    library.write('b.txt', 'B\nText.');
    const report = await library.ingest();
    expect(report.added).toEqual(['b.txt']);
    expect(report.failed).toMatchObject([{ source: 'a.txt', code: 'metadata-invalid' }]);
    expect(report.failed[0]?.reason).toMatch(/a\.meta\.yaml.*audience/);
  });

  test('retires what has vanished and restores it when it returns', async () => {
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'B\nText.');
    await library.ingest();
    const { id } = (await library.store.findBySource('a.md')) ?? { id: '' };
    library.remove('a.md');
    expect(await library.ingest()).toMatchObject({
      ...nothingDone,
      unchanged: 1,
      retired: ['a.md'],
    });
    expect((await library.store.get(id))?.retiredAt).not.toBeNull();
    expect(await library.ingest()).toMatchObject({ ...nothingDone, unchanged: 1 });

    library.parsed.length = 0;
    library.write('a.md', 'A\nText.');
    expect(await library.ingest()).toMatchObject({
      ...nothingDone,
      unchanged: 2,
      restored: ['a.md'],
    });
    expect((await library.store.get(id))?.retiredAt).toBeNull();
    expect(library.parsed).toEqual([]);
  });

  test('restores a vanished file that comes back changed', async () => {
    library.write('a.md', 'A\nText.');
    await library.ingest();
    library.remove('a.md');
    await library.ingest();
    library.write('a.md', 'A\nOther text.');
    expect(await library.ingest()).toMatchObject({ ...nothingDone, changed: ['a.md'] });
    expect(await library.store.findBySource('a.md')).toMatchObject({ retiredAt: null });
  });

  test('leaves retired what a person has retired, changed or not', async () => {
    library.write('a.md', 'A\nText.');
    await library.ingest();
    const { id } = (await library.store.findBySource('a.md')) ?? { id: '' };
    await library.store.retire([id], 'person', 5);
    expect((await library.ingest()).restored).toEqual([]);
    library.write('a.md', 'A\nOther text.');
    expect((await library.ingest()).changed).toEqual(['a.md']);
    expect(await library.store.get(id)).toMatchObject({ retiredAt: 5 });
    expect(await library.textOf('a.md')).toBe('A\n\nOther text.');
  });

  test('reports what a reader left out, and files of the same content', async () => {
    library.write('a.md', 'A\nodd');
    library.write('copy of a.md', 'A\nodd');
    const report = await library.ingest();
    expect(report.warnings).toContainEqual({
      source: 'a.md',
      message: 'something odd was left out',
    });
    expect(report.duplicates).toEqual([['a.md', 'copy of a.md']]);
    expect((await library.ingest()).duplicates).toEqual([['a.md', 'copy of a.md']]);
  });

  test('warns of a replacement that is not in the library', async () => {
    library.write('old.txt', 'Old\nText.');
    library.write('old.meta.yaml', 'superseded-by: New policy');
    expect((await library.ingest()).warnings).toMatchObject([{ source: 'old.txt' }]);
    library.write('new.txt', 'New policy\nText.');
    expect((await library.ingest()).warnings).toEqual([]);
  });
});
