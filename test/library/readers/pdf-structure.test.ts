import { describe, expect, test } from 'vitest';
import { pdfOf, writeLines } from './pdf-of.ts';
import { outline, readBytes } from './read-bytes.ts';
import { sentences } from './sentences.ts';

describe('PDF structure', () => {
  const rows = [
    ['Site', 'Admissions', 'Readmitted'],
    ['Northmere', '412', '9%'],
    ['Stonelark', '87', '12%'],
    ['Merrowdale', '1,203', '8%'],
  ];

  test('keeps the rows of a table together, its header first', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.fontSize(11);
      writeLines(pdf, sentences, { x: 72, y: 80 });
      for (const [index, row] of rows.entries()) {
        for (const [column, cell] of row.entries()) {
          pdf.text(cell, 72 + column * 140, 220 + index * 18, { lineBreak: false });
        }
      }
      writeLines(pdf, sentences, { x: 72, y: 330 });
    });
    const document = await readBytes(bytes, 'table.pdf');
    expect(outline(document)).toEqual([
      `paragraph ${sentences.join(' ')}`,
      ...rows.map((row) => `table-row ${row.join(' | ')}`),
      `paragraph ${sentences.join(' ')}`,
    ]);
  });

  test('joins the lines of a cell to its row', async () => {
    const tall = [
      [
        ['Northmere', 'hospital'],
        ['A shared clinic on', 'one afternoon'],
      ],
      [['Stonelark'], ['A telephone line for', 'general practice,', 'open all day']],
      [['Merrowdale'], ['Nothing yet']],
    ];
    const bytes = await pdfOf((pdf) => {
      pdf.fontSize(11);
      let y = 100;
      for (const row of tall) {
        for (const [column, lines] of row.entries()) {
          writeLines(pdf, lines, { x: 72 + column * 160, y, leading: 13 });
        }
        y += 13 * Math.max(...row.map((lines) => lines.length)) + 10;
      }
    });
    expect(outline(await readBytes(bytes, 'tall.pdf'))).toEqual(
      tall.map((row) => `table-row ${row.map((lines) => lines.join(' ')).join(' | ')}`),
    );
  });

  test('makes list items of bullets and numbers', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.fontSize(11);
      writeLines(pdf, ['The plan says three things:'], { x: 72, y: 100 });
      writeLines(
        pdf,
        ['• which medicines to take and which ones to', '  stop;', '• whom to call.'],
        { x: 80, y: 120 },
      );
      writeLines(pdf, ['1. Write it.', '2. Send it.'], { x: 72, y: 170 });
    });
    expect(outline(await readBytes(bytes, 'list.pdf')).slice(0, 5)).toEqual([
      'paragraph The plan says three things:',
      'list-item which medicines to take and which ones to stop;',
      'list-item whom to call.',
      'list-item 1. Write it.',
      'list-item 2. Send it.',
    ]);
  });

  test('leaves out a table of contents, which would be found instead of its chapters', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.font('Helvetica-Bold').fontSize(18).text('Contents', 72, 80);
      pdf.font('Helvetica').fontSize(11);
      writeLines(
        pdf,
        [
          'Why it matters ............ 2',
          'What we did ............... 4',
          'What changed .............. 9',
        ],
        { x: 72, y: 120, leading: 18 },
      );
      pdf.addPage().font('Helvetica-Bold').fontSize(18).text('Why it matters', 72, 80);
      pdf.font('Helvetica').fontSize(11);
      writeLines(pdf, sentences, { x: 72, y: 120 });
    });
    const document = await readBytes(bytes, 'contents.pdf');
    expect(outline(document)).toEqual([
      'heading1 Why it matters',
      `paragraph ${sentences.join(' ')}`,
    ]);
    expect(document.warnings).toEqual(['table of contents left out (4 lines)']);
  });

  test('reads a page that is turned, and leaves out marks set across it', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf
        .save()
        .rotate(45, { origin: [300, 400] })
        .fontSize(40)
        .text('DRAFT', 250, 400, { lineBreak: false })
        .restore();
      pdf.fontSize(11);
      writeLines(pdf, sentences, { x: 72, y: 100 });
      pdf.addPage();
      pdf.rotate(90, { origin: [300, 400] });
      writeLines(pdf, sentences, { x: 100, y: 300 });
    });
    const document = await readBytes(bytes, 'turned.pdf');
    expect(document.blocks.map(({ text }) => text)).toEqual([
      sentences.join(' '),
      sentences.join(' '),
    ]);
    expect(document.blocks.map(({ pages }) => pages[0]?.page)).toEqual([1, 2]);
  });
});
