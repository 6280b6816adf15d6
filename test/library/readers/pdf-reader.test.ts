import { describe, expect, test } from 'vitest';
import { pdfOf, writeLines } from './pdf-of.ts';
import { outline, readBytes } from './read-bytes.ts';
import { sentences } from './sentences.ts';

describe('PDF text', () => {
  test('joins lines to paragraphs and takes large or bold lines as headings by rank', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.font('Helvetica-Bold').fontSize(24).text('Going home well', 72, 80);
      pdf.font('Helvetica-Bold').fontSize(15).text('What patients need', 72, 130);
      pdf.font('Helvetica').fontSize(11);
      writeLines(pdf, sentences, { x: 72, y: 160 });
      pdf.font('Helvetica-Bold').fontSize(11).text('A smaller heading', 72, 290);
      pdf.font('Helvetica').fontSize(11);
      writeLines(pdf, sentences.slice(0, 3), { x: 72, y: 306 });
      pdf.addPage().font('Helvetica-Bold').fontSize(15).text('What practices need', 72, 80);
      pdf.font('Helvetica').fontSize(11);
      writeLines(pdf, sentences, { x: 72, y: 110 });
      pdf.font('Helvetica-Bold').fontSize(11).text('Another smaller heading', 72, 240);
      pdf.font('Helvetica').fontSize(11);
      writeLines(pdf, sentences, { x: 72, y: 256 });
    });
    const document = await readBytes(bytes, 'plan.pdf');
    expect(outline(document).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 Going home well',
      'heading2 What patients need',
      'heading3 A smaller heading',
      'heading2 What practices need',
      'heading3 Another smaller heading',
    ]);
    expect(document.blocks[2]?.text).toBe(sentences.join(' '));
    expect(document.pageCount).toBe(2);
  });

  test('reads the left column before the right one, and what spans both before them', async () => {
    const right = sentences.map((line) => line.replace('atient', 'erson'));
    const bytes = await pdfOf((pdf) => {
      pdf.fontSize(20).text('A title over two columns of text', 72, 70, { lineBreak: false });
      pdf.fontSize(9);
      for (const [index, line] of sentences.entries()) {
        pdf.text(line, 72, 120 + index * 12, { lineBreak: false });
        pdf.text(right[index] ?? '', 290, 120 + index * 12, { lineBreak: false });
      }
    });
    const text = outline(await readBytes(bytes, 'columns.pdf'))
      .slice(1)
      .join(' ');
    const read = (await readBytes(bytes, 'columns.pdf')).blocks
      .map((block) => block.text)
      .join(' ');
    expect(text).not.toContain('that Persons');
    expect(read).toBe(`A title over two columns of text ${sentences.join(' ')} ${right.join(' ')}`);
  });

  test('leaves out running headers and page numbers, also when left and right pages differ', async () => {
    const bytes = await pdfOf((pdf) => {
      for (let page = 1; page <= 8; page += 1) {
        if (page > 1) pdf.addPage();
        pdf.fontSize(9);
        const header = page % 2 === 0 ? 'Going home well' : `Chapter ${page < 5 ? 'one' : 'two'}`;
        pdf.text(header, 72, 40, { lineBreak: false });
        pdf.text(`Page ${page} of 8`, page % 2 === 0 ? 72 : 450, 750, { lineBreak: false });
        pdf.fontSize(11).text(`Ward number ${page * 7} opened.`, 72, 100, { lineBreak: false });
      }
    });
    const document = await readBytes(bytes, 'running.pdf');
    expect(document.blocks.map((block) => block.text)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((page) => `Ward number ${page * 7} opened.`),
    );
  });

  test('keeps a numbered heading that stands at the top of every page', async () => {
    const bytes = await pdfOf((pdf) => {
      for (const [index, number] of [4, 9, 11].entries()) {
        if (index > 0) pdf.addPage();
        pdf
          .font('Helvetica-Bold')
          .fontSize(16)
          .text(`Question ${number}`, 72, 80, { lineBreak: false });
        pdf.font('Helvetica').fontSize(11);
        writeLines(pdf, sentences, { x: 72, y: 120 });
      }
    });
    const headings = (await readBytes(bytes, 'questions.pdf')).blocks.filter(
      ({ kind }) => kind === 'heading',
    );
    expect(headings.map(({ text }) => text)).toEqual(['Question 4', 'Question 9', 'Question 11']);
  });

  test('joins words broken at line ends and keeps hyphens that belong to the word', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.fontSize(11);
      writeLines(
        pdf,
        [
          'Integration needs a well-being plan and integration of records. The informa-',
          'tion about each person, the information they gave, belongs to them. Their well-',
          'being comes first, and so does self-',
          'management.',
        ],
        { x: 72, y: 100 },
      );
    });
    const [block] = (await readBytes(bytes, 'hyphens.pdf')).blocks;
    expect(block?.text).toBe(
      'Integration needs a well-being plan and integration of records. The information about each ' +
        'person, the information they gave, belongs to them. Their well-being comes first, and so ' +
        'does self-management.',
    );
  });

  test('knows at which character of a paragraph the next page begins', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.fontSize(11);
      writeLines(pdf, sentences.slice(0, 4), { x: 72, y: 700 });
      pdf.addPage();
      writeLines(pdf, sentences.slice(4), { x: 72, y: 80 });
    });
    const { blocks } = await readBytes(bytes, 'over-pages.pdf');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.text).toBe(sentences.join(' '));
    const offset = sentences.slice(0, 4).join(' ').length + 1;
    expect(blocks[0]?.pages).toEqual([
      { page: 1, offset: 0 },
      { page: 2, offset },
    ]);
  });

  test('takes footnotes out of the text, and their marks out of numbers', async () => {
    const bytes = await pdfOf(
      (pdf) => {
        pdf.fontSize(11);
        writeLines(pdf, sentences, { x: 72, y: 100 });
        pdf.text('Admissions fell to 412', 72, 210, { lineBreak: false });
        const x = 72 + pdf.widthOfString('Admissions fell to 412');
        pdf.fontSize(6).text('1', x, 209, { lineBreak: false });
        pdf.fontSize(11).text(' in the second year, over 10', x + 4, 210, { lineBreak: false });
        const power = x + 4 + pdf.widthOfString(' in the second year, over 10');
        pdf.fontSize(6).text('3', power, 209, { lineBreak: false });
        pdf.fontSize(11).text(' people.', power + 4, 210, { lineBreak: false });
        pdf.fontSize(6).text('1', 72, 741, { lineBreak: false });
        pdf.fontSize(8).text('Counted from April to March.', 77, 742, { lineBreak: false });
      },
      { margins: { top: 20, bottom: 20, left: 20, right: 20 } },
    );
    const document = await readBytes(bytes, 'notes.pdf');
    expect(outline(document)).toEqual([
      `paragraph ${sentences.join(' ')}`,
      'paragraph Admissions fell to 412 in the second year, over 10³ people.',
      'footnote 1 Counted from April to March.',
    ]);
  });
});
