import {
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { fixZipTimes } from './fix-zip-times.ts';
import type { Run, SourceBlock, SourceText } from './source-text.ts';

export interface WordDetails {
  author: string;
  /** Stands in the file as its date of creation and change, so that every run gives the same bytes. */
  date: Date;
}

/** Sets a text as a Word document with headings, ruled tables and real footnotes. */
export async function makeWordDocument(source: SourceText, details: WordDetails): Promise<Buffer> {
  const document = new Document({
    title: source.title,
    creator: details.author,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 140, line: 276 } },
        },
        title: { run: { font: 'Calibri', size: 40, bold: true, color: '1D4E6B' } },
        heading2: {
          run: { font: 'Calibri', size: 27, bold: true, color: '1D4E6B' },
          paragraph: { spacing: { before: 260, after: 100 }, keepNext: true },
        },
      },
    },
    footnotes: Object.fromEntries(
      source.footnotes.map((text, index) => [
        String(index + 1),
        { children: [new Paragraph({ children: [new TextRun({ text, size: 18 })] })] },
      ]),
    ),
    sections: [
      {
        children: [
          new Paragraph({ text: source.title, heading: HeadingLevel.TITLE }),
          ...source.blocks.flatMap(toElements),
        ],
      },
    ],
  });
  const coreProperties = { path: 'docProps/core.xml', data: coreXml(source.title, details) };
  return fixZipTimes(await Packer.toBuffer(document, undefined, [coreProperties]), details.date);
}

function toElements(block: SourceBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: block.runs.map(toTextRun) })];
    case 'list':
      if (block.ordered) throw new Error('the Word sample has no numbered lists');
      return block.items.map(
        (item) => new Paragraph({ children: item.map(toTextRun), bullet: { level: 0 } }),
      );
    case 'table':
      return [toTable(block.rows), new Paragraph({ children: [] })];
  }
}

function toTextRun(run: Run): TextRun | FootnoteReferenceRun {
  if (run.kind === 'footnote') return new FootnoteReferenceRun(run.number);
  return new TextRun({ text: run.text, bold: run.bold, italics: run.italics });
}

function toTable(rows: readonly string[][]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '9AA7B0' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: none, right: none, insideVertical: none },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                margins: { top: 60, bottom: 60, left: 90, right: 90 },
                children: [
                  new Paragraph({
                    spacing: { after: 0 },
                    children: [new TextRun({ text, bold: index === 0 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

/** The packer would write the time of the run; neither value here holds a character XML reserves. */
function coreXml(title: string, { author, date }: WordDetails): string {
  const instant = date.toISOString().replace(/\.\d{3}Z$/, 'Z');
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`;
}
