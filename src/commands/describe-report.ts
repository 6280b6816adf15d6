import {
  cleanText,
  type FileBlock,
  type Line,
  layOutQuotes,
  layOutStatements,
  type Report,
} from '../summaries/index.ts';
import { wrapText } from './wrap-text.ts';

const narrowest = 40;
const widest = 96;

export interface DescribeReportOptions {
  /** Columns of the terminal. */
  width: number;
  /** Whether every quote follows, verbatim with its place. */
  quotes?: boolean | undefined;
}

/** A report as a person reads it on a terminal: statements with their pages, sources, small print. */
export function describeReport(report: Report, { width, quotes }: DescribeReportOptions): string {
  const columns = Math.min(Math.max(width, narrowest), widest);
  const blocks: FileBlock[] = [
    ...layOutStatements(report),
    ...(quotes
      ? [{ kind: 'heading' as const, level: 2 as const, text: 'Quotes' }, ...layOutQuotes(report)]
      : []),
    ...report.notes.map(
      (note): FileBlock => ({
        kind: 'small-print',
        line: [{ text: cleanText(note) }],
      }),
    ),
  ];
  return blocks
    .map((block, index) => {
      const text = describeBlock(block, columns);
      return index === 0 || isTied(blocks[index - 1], block) ? text : `\n${text}`;
    })
    .join('\n');
}

/** Whether a block goes directly below the one before: no empty line between. */
function isTied(before: FileBlock | undefined, block: FileBlock): boolean {
  if (before?.kind === 'heading') return true;
  if (before?.kind === 'source') return block.kind === 'source';
  return before?.kind === 'quote' && block.kind === 'small-print';
}

function describeBlock(block: FileBlock, width: number): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return wrapText(block.text, width);
    case 'paragraph':
    case 'small-print':
      return wrapText(textOf(block.line), width);
    case 'list':
      return block.items.map((line) => indented('- ', textOf(line), width)).join('\n');
    case 'quote':
      return indented('> ', textOf(block.line), width);
    case 'source': {
      const address = block.address === null ? '' : ` ${block.address}`;
      return wrapText(textOf(block.line) + address, width, '    ');
    }
    case 'table':
      return block.rows.map((cells) => describeRow(block.header, cells, width)).join('\n\n');
  }
}

/** A terminal is too narrow for columns: each publication, and below it what it says to each. */
function describeRow(
  header: readonly string[],
  [name = [], ...cells]: readonly (readonly Line[])[],
  width: number,
): string {
  const lines = cells.flatMap((cell, index) => {
    const [first = '', ...others] = cell.map(textOf);
    return [
      inset(wrapText(`${header[index + 1] ?? ''}: ${first}`, width - 2, '  '), '  '),
      ...others.map((text) => inset(wrapText(text, width - 4), '    ')),
    ];
  });
  return [wrapText(name.map(textOf).join(' '), width), ...lines].join('\n');
}

const inset = (text: string, by: string): string => text.replace(/^/gm, by);

/** With a mark before its first line, and the others below what follows the mark. */
function indented(mark: string, text: string, width: number): string {
  return wrapText(mark + text, width, ' '.repeat(mark.length));
}

const textOf = (line: Line): string => line.map(({ text }) => text).join('');
