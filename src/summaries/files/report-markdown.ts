import type { Report } from '../report.ts';
import type { FileBlock, Line, Run } from './file-block.ts';
import { layOutReport, type ReportFileOptions } from './lay-out-report.ts';
import { markdownLineStart, markdownText } from './markdown-text.ts';

/**
 * A report as Markdown (CommonMark, with the tables of GitHub), with its sources and every quote.
 * What it holds of documents is escaped; the only links are the publications' own.
 */
export function reportMarkdown(report: Report, options: ReportFileOptions): string {
  return `${layOutReport(report, options).map(writeBlock).join('\n\n')}\n`;
}

function writeBlock(block: FileBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${headingText(block.text)}`;
    case 'heading':
      return `${'#'.repeat(block.level)} ${headingText(block.text)}`;
    case 'paragraph':
    case 'small-print':
      return paragraph(block.line);
    case 'list':
      return block.items.map((item) => `- ${paragraph(item)}`).join('\n');
    case 'quote':
      return `> ${paragraph(block.line)}`;
    case 'source':
      return `- ${paragraph(block.line)}${block.address === null ? '' : ` <${block.address}>`}`;
    case 'table':
      return writeTable(block);
  }
}

/** A heading that ends in # would lose it. */
const headingText = (text: string): string => markdownText(text).replace(/#+$/, '\\$&');

const paragraph = (line: Line): string => markdownLineStart(line.map(writeRun).join(''));

function writeRun({ text, bold, italic }: Run): string {
  const written = markdownText(text.trim());
  if (written === '') return text;
  const mark = bold === true ? '**' : italic === true ? '_' : '';
  // Emphasis that begins or ends with a space is none.
  const before = text.startsWith(' ') ? ' ' : '';
  const after = text.endsWith(' ') ? ' ' : '';
  return `${before}${mark}${written}${mark}${after}`;
}

function writeTable({ header, rows }: Extract<FileBlock, { kind: 'table' }>): string {
  const lines = [
    header.map(markdownText),
    header.map(() => '---'),
    ...rows.map((cells) =>
      cells.map((lines) => lines.map((line) => line.map(writeRun).join('')).join(' ')),
    ),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
