import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, test } from 'vitest';
import { outline, readBytes } from './read-bytes.ts';
import { slides } from './slides.ts';
import { zipOf } from './zip-of.ts';

const row = (...cells: string[]) =>
  new TableRow({
    children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
  });

describe('Word documents', () => {
  test('give headings, lists, tables and footnotes in their order', async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        title: 'Letters between clinicians',
        creator: 'Northmere letters group',
        footnotes: { 1: { children: [new Paragraph('Counted in 2024.')] } },
        sections: [
          {
            children: [
              new Paragraph({ text: 'Letters', heading: HeadingLevel.TITLE }),
              new Paragraph({ text: 'Why letters', heading: HeadingLevel.HEADING_2 }),
              new Paragraph({
                children: [new TextRun('They matter.'), new FootnoteReferenceRun(1)],
              }),
              new Paragraph({ text: 'One point', bullet: { level: 0 } }),
              new Table({ rows: [row('Site', 'Letters'), row('Northmere', '412')] }),
            ],
          },
        ],
      }),
    );
    const document = await readBytes(bytes, 'letters.docx');
    expect(outline(document)).toEqual([
      'heading1 Letters',
      'heading2 Why letters',
      'paragraph They matter.',
      'list-item One point',
      'table-row Site | Letters',
      'table-row Northmere | 412',
      'footnote Counted in 2024.',
    ]);
    expect(document.properties).toMatchObject({
      title: 'Letters between clinicians',
      authors: ['Northmere letters group'],
    });
    expect(document.pageCount).toBeNull();
  });

  test('behind a password are recognised', async () => {
    const encrypted = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expect(readBytes(encrypted, 'secret.docx')).rejects.toMatchObject({
      code: 'file-encrypted',
    });
  });

  test('whose main part is damaged are refused', async () => {
    const damaged = zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': '<w:document><w:body>',
    });
    await expect(readBytes(damaged, 'damaged.docx')).rejects.toMatchObject({
      code: 'file-malformed',
    });
  });
});

describe('PowerPoint files', () => {
  test('are read in the order of showing, title first, notes last, without footers', async () => {
    const bytes = slides([
      {
        title: 'Why we meet',
        lines: ['To agree on outcomes'],
        footer: 'The partnership',
        notes: 'Say hello.',
      },
      {
        title: 'What we found',
        rows: [
          ['Site', 'Visits'],
          ['Northmere', '412'],
        ],
      },
    ]);
    const document = await readBytes(bytes, 'talk.pptx');
    expect(outline(document)).toEqual([
      'heading2 Why we meet',
      'list-item To agree on outcomes',
      'paragraph Say hello.',
      'heading2 What we found',
      'table-row Site | Visits',
      'table-row Northmere | 412',
    ]);
    expect(document.blocks.map(({ pages }) => pages[0]?.page)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(document.pageCount).toBe(2);
  });
});

describe('what a file is', () => {
  const pdf = Buffer.from('%PDF-1.7\n%%EOF');
  const word = zipOf({ 'word/document.xml': '<w:document/>' });
  test.each([
    [
      'a PDF named .docx',
      'a.docx',
      pdf,
      'file-mislabelled',
      'is named .docx but its content is a PDF',
    ],
    [
      'a Word document named .pptx',
      'a.pptx',
      word,
      'file-mislabelled',
      'its content is a Word document',
    ],
    [
      'a workbook',
      'a.docx',
      zipOf({ 'xl/workbook.xml': '' }),
      'file-mislabelled',
      'an Excel workbook',
    ],
    [
      'a web page named .md',
      'a.md',
      Buffer.from('<!DOCTYPE html><p>Text'),
      'file-mislabelled',
      'a web page',
    ],
    [
      'a picture named .pdf',
      'a.pdf',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]),
      'file-mislabelled',
      'a PNG picture',
    ],
    [
      'an old Word document',
      'a.docx',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]),
      'file-mislabelled',
      'Office 97',
    ],
    ['a spreadsheet', 'a.csv', Buffer.from('a,b\n1,2'), 'file-unsupported', 'has the ending .csv'],
    [
      'binary data without a name',
      'data',
      Buffer.alloc(200, 1),
      'file-unsupported',
      'unknown binary data',
    ],
  ])('is told from its content: %s', async (_, name, bytes, code, words) => {
    await expect(readBytes(bytes, name)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test('a file without an ending is read as what it is', async () => {
    await expect(readBytes('Words.', 'notes')).resolves.toMatchObject({ format: 'text' });
  });

  test('white space alone is no text', async () => {
    await expect(readBytes(' \n\t ', 'blank.md')).rejects.toMatchObject({
      code: 'file-without-text',
    });
  });
});
