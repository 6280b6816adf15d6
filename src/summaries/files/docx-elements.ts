import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { bold, type FileBlock, type Line, type Run } from './file-block.ts';

/** A page and its number stay on one line. */
const pageNumber = /\b(pp?\.|slides?) (?=[\divxlc])/g;

/** @param textWidth of the page, in twentieths of a point. */
export function docxElements(block: FileBlock, textWidth: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE })];
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: textRuns(block.line) })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ children: textRuns(item), bullet: { level: 0 } }),
      );
    case 'quote':
      return [new Paragraph({ style: 'Quote', children: textRuns(block.line) })];
    case 'small-print':
      return [
        new Paragraph({
          style: block.about === 'quote' ? 'QuotePlace' : 'SmallPrint',
          children: textRuns(block.line),
        }),
      ];
    case 'source':
      return [
        new Paragraph({
          style: 'Source',
          children: [...textRuns(block.line), ...linkOf(block.address)],
        }),
      ];
    case 'table':
      // Word joins a table to one that follows, and wants a paragraph at the end.
      return [tableOf(block, textWidth), new Paragraph({ children: [] })];
  }
}

function textRuns(line: Line): TextRun[] {
  return line.map(
    ({ text, bold: isBold, italic, language }: Run) =>
      new TextRun({
        text: text.replace(pageNumber, '$1\u00a0'),
        ...(isBold === true ? { bold: true } : {}),
        ...(italic === true ? { italics: true } : {}),
        ...(language === undefined ? {} : { language: { value: language } }),
      }),
  );
}

function linkOf(address: string | null): (TextRun | ExternalHyperlink)[] {
  if (address === null) return [];
  const text = new TextRun({ text: address, style: 'Hyperlink' });
  return [new TextRun(' '), new ExternalHyperlink({ link: address, children: [text] })];
}

function tableOf(
  { header, rows }: Extract<FileBlock, { kind: 'table' }>,
  textWidth: number,
): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '9AA7B0' };
  const width = Math.floor(textWidth / header.length);
  const row = (cells: readonly (readonly Line[])[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: isHeader,
      children: cells.map((lines) => cellOf(lines, width, isHeader)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * header.length, type: WidthType.DXA },
    columnWidths: header.map(() => width),
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      row(
        header.map((name) => [[bold(name)]]),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

function cellOf(lines: readonly Line[], width: number, isHeader: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(isHeader ? { shading: { fill: 'E8EEF2' } } : {}),
    children: lines.map(
      (line) => new Paragraph({ spacing: { after: 60 }, children: textRuns(line) }),
    ),
  });
}
