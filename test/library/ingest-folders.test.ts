import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingestLibrary } from '../../src/library/index.ts';
import { type IngestHarness, nothingDone, openIngestHarness } from './ingest-harness.ts';

let library: IngestHarness;
beforeEach(async () => {
  library = await openIngestHarness();
});
afterEach(() => library.close());

describe('ingestLibrary, of folders,', () => {
  test('retires only below the folders it was given', async () => {
    library.write('2013/a.md', 'A\nText.');
    library.write('2014/b.md', 'B\nText.');
    await library.ingest();
    library.remove('2013/a.md');
    library.remove('2014/b.md');
    const report = await ingestLibrary([join(library.folder, '2014')], library.parts);
    expect(report).toMatchObject({ ...nothingDone, retired: ['2014/b.md'] });
    const elsewhere = join(dirname(library.folder), 'elsewhere');
    mkdirSync(elsewhere);
    expect((await ingestLibrary([elsewhere], library.parts)).retired).toEqual([]);
  });

  test('knows a file by the same source from whichever folder above it it starts', async () => {
    library.write('2014/b.md', 'B\nText.');
    await ingestLibrary([join(library.folder, '2014')], library.parts);
    expect(await library.ingest()).toMatchObject({ ...nothingDone, unchanged: 1 });
    const single = await ingestLibrary([join(library.folder, '2014/b.md')], library.parts);
    expect(single).toMatchObject({ ...nothingDone, unchanged: 1 });
  });

  test('retires nothing when a folder is not there', async () => {
    library.write('a.md', 'A\nText.');
    await library.ingest();
    renameSync(library.folder, `${library.folder}-unmounted`);
    const report = await library.ingest();
    expect(report).toMatchObject({
      ...nothingDone,
      failed: [{ source: library.folder, code: 'folder-missing' }],
    });
    expect(await library.store.list()).toHaveLength(1);
  });

  test('follows a library folder that has moved', async () => {
    library.write('a.md', 'A\nText.');
    library.write('b.md', 'B\nText.');
    await library.ingest();
    const before = await library.store.list();
    const moved = join(dirname(library.folder), 'moved');
    renameSync(library.folder, moved);
    rmSync(join(moved, 'b.md'));
    const report = await ingestLibrary([moved], { ...library.parts, folders: [moved] });
    expect(report).toMatchObject({ ...nothingDone, changed: ['a.md'], retired: ['b.md'] });
    expect((await library.store.list()).map(({ id }) => id)).toEqual([before[0]?.id]);
  });

  test('retires what came from a folder that is no library folder any more', async () => {
    const other = join(dirname(library.folder), 'other');
    const byName = join(dirname(library.folder), 'by-name');
    for (const [folder, name] of [
      [library.folder, 'a.md'],
      [other, 'b.md'],
      [byName, 'c.md'],
    ] as const) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), `${name}\nText.`);
    }
    const both = { ...library.parts, folders: [library.folder, other] };
    await ingestLibrary(both.folders, both);
    await ingestLibrary([byName], both);
    const alone = { ...library.parts, folders: [other] };
    const expected = { ...nothingDone, retired: ['a.md'], unchanged: 1 };
    expect(await ingestLibrary([other], alone, { dryRun: true })).toMatchObject(expected);
    expect(await ingestLibrary([other], alone)).toMatchObject(expected);
    expect((await library.store.list()).map(({ source }) => source)).toEqual(['b.md', 'c.md']);
    expect(await ingestLibrary([other], alone)).toMatchObject({ ...nothingDone, unchanged: 1 });
    const back = await ingestLibrary(both.folders, both);
    expect(back).toMatchObject({ ...nothingDone, restored: ['a.md'] });
  });

  test('retires nothing of an earlier folder while one of the present ones is not there', async () => {
    library.write('a.md', 'A\nText.');
    await library.ingest();
    const mistyped = join(dirname(library.folder), 'paper');
    const report = await ingestLibrary([mistyped], { ...library.parts, folders: [mistyped] });
    expect(report).toMatchObject({ ...nothingDone, failed: [{ code: 'folder-missing' }] });
    expect(await library.store.list()).toHaveLength(1);
    mkdirSync(mistyped);
    const mended = await ingestLibrary([mistyped], { ...library.parts, folders: [mistyped] });
    expect(mended.retired).toEqual(['a.md']);
  });

  test('knows a folder by the link that leads to it, wherever that leads', async () => {
    const root = dirname(library.folder);
    const link = join(root, 'current');
    library.write('a.md', 'A\nText.');
    symlinkSync(library.folder, link);
    const parts = { ...library.parts, folders: [link] };
    await ingestLibrary([link], parts);
    expect(await ingestLibrary([library.folder], parts)).toMatchObject({
      ...nothingDone,
      unchanged: 1,
    });
    const release = join(root, 'release');
    mkdirSync(release);
    writeFileSync(join(release, 'a.md'), 'A\nNext text.');
    rmSync(link);
    symlinkSync(release, link);
    expect(await ingestLibrary([link], parts)).toMatchObject({ ...nothingDone, changed: ['a.md'] });
    expect(await library.store.list()).toHaveLength(1);
  });

  test('tells files of the same path in two folders apart, each time alike', async () => {
    const policies = join(dirname(library.folder), 'policies');
    mkdirSync(policies);
    library.write('report.md', 'Paper\nText.');
    writeFileSync(join(policies, 'report.md'), 'Policy\nText.');
    const both = [library.folder, policies];
    const first = await ingestLibrary(both, library.parts);
    expect(first).toMatchObject({ ...nothingDone, added: ['policies:report.md', 'report.md'] });
    expect(await ingestLibrary(both.reverse(), library.parts)).toMatchObject({
      ...nothingDone,
      unchanged: 2,
    });
    expect(await ingestLibrary([policies], library.parts)).toMatchObject({ unchanged: 1 });
    rmSync(join(policies, 'report.md'));
    expect((await ingestLibrary([policies], library.parts)).retired).toEqual([
      'policies:report.md',
    ]);
    expect(await library.store.findBySource('report.md')).toMatchObject({ retiredAt: null });
  });

  test('passes over what is no publication and says what it cannot read', async () => {
    library.write('a.md', 'A\nText.');
    library.write('README.md', 'About this folder');
    library.write('.hidden.md', 'Hidden');
    library.write('.git/x.md', 'Hidden');
    library.write('~$a.docx', 'lock');
    library.write('sheet.xlsx', 'cells');
    library.write('lonely.meta.yaml', 'title: Nobody');
    writeFileSync(join(dirname(library.folder), 'secret.md'), 'Secret');
    symlinkSync(join(dirname(library.folder), 'secret.md'), join(library.folder, 'link.md'));
    symlinkSync(library.folder, join(library.folder, 'circle'));
    const report = await library.ingest();
    expect(report.added).toEqual(['a.md']);
    expect(report.ignored).toEqual(['sheet.xlsx']);
    expect(report.failed).toEqual([]);
    expect(report.warnings.map(({ source }) => source)).toEqual([
      'circle',
      'link.md',
      'lonely.meta.yaml',
    ]);
  });
});
