import PDFDocument from 'pdfkit';
import { drawTable } from './paper-table.ts';
import type { Run, SourceBlock, SourceText } from './source-text.ts';

export interface PaperDetails {
  author: string;
  /** Printed above every page but the first. */
  runningTitle: string;
  /** Stands in the file as its date of creation and change, so that every run gives the same bytes. */
  date: Date;
}

const margins = { top: 84, bottom: 78, left: 76, right: 76 };
const accent = '#1d4e6b';
const muted = '#5b6670';

/** Sets a text as an A4 paper with running header, page numbers, bookmarks and ruled tables. */
export async function makePaperPdf(source: SourceText, details: PaperDetails): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins,
    bufferPages: true,
    // Deflate gives other bytes on other machines.
    compress: false,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: source.title,
      Author: details.author,
      CreationDate: details.date,
      ModDate: details.date,
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  drawTitle(document, source.title);
  for (const block of source.blocks) drawBlock(document, block);
  drawFurniture(document, details);
  document.end();
  return finished;
}

type Document = InstanceType<typeof PDFDocument>;

function drawTitle(document: Document, title: string): void {
  document.rect(margins.left, 66, 54, 4).fill(accent);
  document.font('Helvetica-Bold').fontSize(22).fillColor(accent);
  document.text(title, margins.left, 84, { lineGap: 3 });
  document.moveDown(0.5);
}

function drawBlock(document: Document, block: SourceBlock): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(document, block.text, block.level);
      return;
    case 'paragraph':
      drawRuns(document, block.runs, { align: 'justify' });
      document.moveDown(0.55);
      return;
    case 'list':
      for (const [index, item] of block.items.entries()) {
        drawItem(document, block.ordered ? `${index + 1}.` : '•', item);
      }
      document.moveDown(0.3);
      return;
    case 'table':
      drawTable(document, block.rows, { left: margins.left, accent });
      return;
  }
}

function drawHeading(document: Document, text: string, level: number): void {
  const room = document.page.height - margins.bottom - document.y;
  if (room < 90) document.addPage();
  else document.moveDown(level === 2 ? 0.7 : 0.3);
  document
    .font('Helvetica-Bold')
    .fontSize(level === 2 ? 14 : 11.5)
    .fillColor(accent)
    .text(text, margins.left, document.y);
  document.outline.addItem(text);
  document.moveDown(0.35);
}

function drawItem(document: Document, mark: string, runs: readonly Run[]): void {
  if (document.page.height - margins.bottom - document.y < 30) document.addPage();
  const top = document.y;
  document.font('Times-Roman').fontSize(11.4).fillColor('black');
  document.text(mark, margins.left + 6, top, { width: 16 });
  document.y = top;
  drawRuns(document, runs, { left: margins.left + 24 });
  document.moveDown(0.15);
}

function drawRuns(
  document: Document,
  runs: readonly Run[],
  { left = margins.left, align = 'left' }: { left?: number; align?: 'left' | 'justify' },
): void {
  const width = document.page.width - margins.right - left;
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'footnote') throw new Error('the PDF sample has no footnotes');
    document.font(fontOf(run)).fontSize(11.4).fillColor('black');
    const options = { width, align, lineGap: 3.2, continued: index < runs.length - 1 };
    if (index === 0) document.text(run.text, left, document.y, options);
    else document.text(run.text, options);
  }
}

function fontOf({ bold, italics }: { bold: boolean; italics: boolean }): string {
  if (bold) return italics ? 'Times-BoldItalic' : 'Times-Bold';
  return italics ? 'Times-Italic' : 'Times-Roman';
}

/** Header and footer are drawn last, when the number of pages is known. */
function drawFurniture(document: Document, details: PaperDetails): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index);
    const { page } = document;
    const width = page.width - margins.left - margins.right;
    // Text below the bottom margin would otherwise open a new page.
    page.margins.bottom = 0;
    document.font('Helvetica').fontSize(8.5).fillColor(muted);
    if (index > start) {
      const end = page.width - margins.right;
      document.text(details.runningTitle, margins.left, 46, { width, lineBreak: false });
      document.text(details.author, margins.left, 46, { width, align: 'right', lineBreak: false });
      document.moveTo(margins.left, 60).lineTo(end, 60).lineWidth(0.5).stroke(muted);
    }
    const label = `Page ${index - start + 1} of ${count}`;
    document.text(label, margins.left, page.height - 48, {
      width,
      align: 'center',
      lineBreak: false,
    });
  }
}
