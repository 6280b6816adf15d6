import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fixZipTimes } from '../../scripts/sample-documents/fix-zip-times.ts';
import { makeDocuments } from '../../scripts/sample-documents/make-documents.ts';
import { parseSourceText, type Run } from '../../scripts/sample-documents/source-text.ts';
import { corpusFolder, readSampleCorpus, type SamplePublication } from './sample-corpus.ts';

const sourceFolder = join(import.meta.dirname, '..', '..', 'scripts', 'sample-documents');

afterEach(() => {
  vi.useRealTimers();
});

describe('making the sample documents', () => {
  it('gives the committed files byte for byte, whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2040, 6, 1, 12, 34, 56) });
    const documents = await makeDocuments();
    expect(documents.map(({ fileName }) => fileName)).toEqual([
      'measuring-outcomes.pdf',
      'letters-between-clinicians.docx',
    ]);
    for (const { fileName, bytes } of documents) {
      const committed = await readFile(join(corpusFolder, fileName));
      expect(bytes.equals(committed), `${fileName} differs; run the script again`).toBe(true);
    }
  });

  it('refuses what is no plain ZIP archive instead of harming it', () => {
    const date = new Date('2024-01-01T00:00:00Z');
    expect(() => fixZipTimes(Buffer.from('no archive'), date)).toThrow(/expected a ZIP archive/);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    expect(() => fixZipTimes(end, date)).toThrow(/entry 0 of the ZIP directory/);
  });

  it('refuses Markdown that it would lose', () => {
    expect(() => parseSourceText('# A\n\n> quoted')).toThrow(/may not contain a blockquote/);
    expect(() => parseSourceText('# A\n\n[here](https://example.org)')).toThrow(/a link/);
  });
});

describe('the sample documents, read again', () => {
  let corpus: SamplePublication[];

  beforeAll(async () => {
    corpus = await readSampleCorpus();
  });

  it.each(['measuring-outcomes.pdf', 'letters-between-clinicians.docx'])(
    'hold all that was written for %s',
    async (fileName) => {
      const name = fileName.replace(/\.\w+$/, '.md');
      const source = parseSourceText(await readFile(join(sourceFolder, name), 'utf8'));
      const text = corpus.find((publication) => publication.source === fileName)?.text ?? '';
      const written = source.blocks.flatMap((block): string[] => {
        if (block.kind === 'heading') return [block.text];
        if (block.kind === 'paragraph') return [plain(block.runs)];
        if (block.kind === 'list') return block.items.map(plain);
        return block.rows.map((row) => row.join(' | '));
      });
      const lost = [source.title, ...written, ...source.footnotes].filter(
        (part) => !text.includes(part),
      );
      expect(lost).toEqual([]);
    },
  );
});

function plain(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
}
