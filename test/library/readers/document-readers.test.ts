import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDocumentReaders, type DocumentReaders } from '../../../src/library/index.ts';
import { zipOf } from './zip-of.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readers-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open: DocumentReaders[] = [];
afterEach(() => Promise.all(open.splice(0).map((readers) => readers.close())));
function readersWith(options: Parameters<typeof createDocumentReaders>[0]): DocumentReaders {
  const readers = createDocumentReaders(options);
  open.push(readers);
  return readers;
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function wordOf(body: string): Buffer {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

describe('reading files in a process of their own', () => {
  test('reads one file, and many with the same readers at the same time', async () => {
    const path = await file('plan.txt', 'A plan for discharge\n\nIt names the medicines.');
    expect((await readersWith({}).read(path)).blocks).toHaveLength(2);
    const readers = readersWith({ processes: 2 });
    const all = await Promise.all(Array.from({ length: 12 }, () => readers.read(path)));
    expect(new Set(all.map((document) => JSON.stringify(document))).size).toBe(1);
  });

  test('takes bytes that were read already', async () => {
    const document = await readersWith({}).read(
      '/nowhere/plan.txt',
      new TextEncoder().encode('Only in memory.'),
    );
    expect(document.blocks[0]?.text).toBe('Only in memory.');
  });

  test('says what is wrong with a path', async () => {
    const readers = readersWith({});
    await expect(readers.read(join(folder, 'missing.pdf'))).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(readers.read(folder)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('refuses empty and oversized files before it opens them', async () => {
    const readers = readersWith({ fileBytes: 1_000 });
    await expect(readers.read(await file('empty.md', ''))).rejects.toMatchObject({
      code: 'file-empty',
    });
    await expect(readers.read(await file('large.md', 'x'.repeat(1_001)))).rejects.toMatchObject({
      code: 'file-too-large',
      details: { bytes: 1_001, permittedBytes: 1_000 },
    });
  });

  test('stops a file that takes too long, and reads on', async () => {
    const readers = readersWith({ timeMs: 1 });
    const slow = readers.read(
      await file('slow.txt', 'Never read in a millisecond, with a process to start.'),
    );
    await expect(slow).rejects.toMatchObject({ code: 'read-timed-out' });
    const patient = readersWith({ timeMs: 30_000 });
    await expect(patient.read(join(folder, 'slow.txt'))).resolves.toMatchObject({ format: 'text' });
  });

  test('stops a file that eats memory, and the next file is read', async () => {
    const readers = readersWith({ memoryMb: 220, inflatedBytes: 2 ** 30 });
    const hungry = wordOf('<w:p><w:r><w:t>word</w:t></w:r></w:p>'.repeat(600_000));
    await expect(readers.read(await file('hungry.docx', hungry))).rejects.toMatchObject({
      code: 'read-out-of-memory',
    });
    const path = await file('small.docx', wordOf('<w:p><w:r><w:t>Small</w:t></w:r></w:p>'));
    expect((await readers.read(path)).blocks.map(({ text }) => text)).toEqual(['Small']);
  });

  test('refuses a small file that unpacks to too much, quickly', async () => {
    const bomb = wordOf(' '.repeat(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readersWith({}).read(await file('bomb.docx', bomb))).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  test('writes nothing to the terminal, whatever a parser has to say', async () => {
    const output = vi.spyOn(process.stdout, 'write');
    const errors = vi.spyOn(process.stderr, 'write');
    const broken = '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nstartxref\n0\n%%EOF';
    const read = readersWith({}).read(await file('broken.pdf', broken));
    await expect(read).rejects.toMatchObject({ name: 'ReadError' });
    expect([...output.mock.calls, ...errors.mock.calls]).toEqual([]);
    output.mockRestore();
    errors.mockRestore();
  });

  test('refuses to read once closed, and ends reads that wait', async () => {
    const readers = readersWith({});
    const path = await file('late.txt', 'Too late.');
    const reads = [readers.read(path), readers.read(path), readers.read(path)].map((one) =>
      one.catch((error: unknown) => error),
    );
    await readers.close();
    for (const outcome of await Promise.all(reads))
      expect(outcome).toMatchObject({ name: 'ReadError' });
    await expect(readers.read(path)).rejects.toMatchObject({ code: 'readers-closed' });
  });
});
