import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSidecar, readSidecar } from '../../src/library/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidecar-'));
  await writeFile(join(folder, 'both.pdf.meta.yaml'), 'title: With ending');
  await writeFile(join(folder, 'both.meta.yaml'), 'title: Without ending');
  await writeFile(join(folder, 'short.meta.yml'), 'title: Short');
});
afterAll(() => rm(folder, { recursive: true }));

describe('sidecars', () => {
  test('stand beside their file, the name with its ending coming first', async () => {
    expect((await readSidecar(join(folder, 'both.pdf')))?.text).toBe('title: With ending');
    expect((await readSidecar(join(folder, 'both.docx')))?.text).toBe('title: Without ending');
    expect((await readSidecar(join(folder, 'short.html')))?.fileName).toBe('short.meta.yml');
    expect(await readSidecar(join(folder, 'none.pdf'))).toBeNull();
  });

  test('are known by their names', () => {
    expect(['a.meta.yaml', 'a.pdf.meta.yml'].every(isSidecar)).toBe(true);
    expect(isSidecar('metadata.yaml')).toBe(false);
  });
});
