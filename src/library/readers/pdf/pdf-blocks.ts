import type { Block } from '../../document.ts';
import { tableRowOf } from '../block-text.ts';
import { isChartTable, isFigureOnly } from './pdf-charts.ts';
import { type Flow, startFlow } from './pdf-flow.ts';
import { noteText, type PageWithNotes } from './pdf-footnotes.ts';
import { headingAt, headingLevels } from './pdf-headings.ts';
import type { JoinLines } from './pdf-hyphenation.ts';
import { markerOf } from './pdf-markers.ts';
import type { Measures } from './pdf-measures.ts';
import { isInSentence, runsOn, runsOnOverBreak } from './pdf-paragraphs.ts';
import { tableAt } from './pdf-tables.ts';
import type { Line } from './pdf-text.ts';

/** A piece of a page: lines that belong together, or a table. */
type Piece =
  | { kind: 'heading' | 'paragraph' | 'list-item'; lines: [Line, ...Line[]] }
  | { kind: 'table'; page: number; rows: string[][] };

interface OpenBlock {
  flow: Flow;
  last: Line;
  kind: Block['kind'];
}

/**
 * Blocks of a document from the lines of its pages. A paragraph that a page or column breaks is one
 * block; the notes of a page stand before a paragraph that goes on from it, so that pages ascend.
 */
export function documentBlocks(
  pages: readonly PageWithNotes[],
  measures: Measures,
  join: JoinLines,
): Block[] {
  const pieces = pages.map(({ body }) => piecesOf(body, measures));
  const headings = pieces
    .flat()
    .flatMap((piece) => (piece.kind === 'heading' ? [piece.lines[0]] : []));
  const firstPage = pieces.flat()[0];
  const levels = headingLevels(
    headings,
    firstPage?.kind === 'table' ? firstPage.page : (firstPage?.lines[0].page ?? 1),
  );

  const blocks: Block[] = [];
  let open: OpenBlock | null = null;
  const close = (block: OpenBlock | null) => {
    blocks.push(...(block?.flow.blocks() ?? []));
    return null;
  };
  let notes: Block[] = [];
  for (const [index, page] of pages.entries()) {
    for (const piece of pieces[index] ?? []) {
      const goesOn = open !== null && continues(open, piece, measures);
      if (!goesOn) open = close(open);
      blocks.push(...notes);
      notes = [];
      if (piece.kind === 'table') {
        blocks.push(...tableBlocks(piece));
        continue;
      }
      const [first] = piece.lines;
      const block: OpenBlock = open ?? {
        flow: startFlow(piece.kind, join, levels.get(first)),
        last: first,
        kind: piece.kind,
      };
      for (const line of piece.lines) block.flow.append(textOf(line), line.page);
      open = { ...block, last: piece.lines.at(-1) ?? first };
    }
    notes.push(...noteBlocks(page, join));
  }
  close(open);
  blocks.push(...notes);
  return blocks;
}

function continues(open: OpenBlock, piece: Piece, measures: Measures): boolean {
  if (piece.kind !== 'paragraph' || open.kind === 'heading') return false;
  return runsOnOverBreak(open.last, piece.lines[0], measures);
}

function piecesOf(lines: readonly Line[], measures: Measures): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const table = tableAt(lines, index);
    const heading = table ? null : headingAt(lines, index, measures);
    if (table) {
      const isChart = isChartTable(
        table.rows,
        lines.slice(index, table.end),
        lines[table.end],
        measures,
      );
      if (!isChart) pieces.push({ kind: 'table', page: line.page, rows: table.rows });
      index = table.end;
    } else if (isFigureOnly(line)) {
      index += 1;
    } else if (heading) {
      const [first, ...rest] = heading.lines;
      if (first) pieces.push({ kind: 'heading', lines: [first, ...rest] });
      index = heading.end;
    } else {
      addToParagraphs(pieces, line, measures);
      index += 1;
    }
  }
  return pieces;
}

function addToParagraphs(pieces: Piece[], line: Line, measures: Measures): void {
  const last = pieces.at(-1);
  const marker = markerOf(line);
  const paragraph = last && last.kind !== 'table' && last.kind !== 'heading' ? last : null;
  if (marker && !(paragraph && isInSentence(paragraph.lines, line, measures))) {
    const kind = marker.kind === 'section-number' ? 'paragraph' : 'list-item';
    pieces.push({ kind, lines: [line] });
    return;
  }
  if (paragraph && runsOn(paragraph.lines, line, measures)) paragraph.lines.push(line);
  else pieces.push({ kind: 'paragraph', lines: [line] });
}

function textOf(line: Line): string {
  return markerOf(line)?.text ?? line.text;
}

function tableBlocks({ rows, page }: { rows: string[][]; page: number }): Block[] {
  return rows.flatMap(tableRowOf).map((block) => ({ ...block, pages: [{ page, offset: 0 }] }));
}

function noteBlocks({ notes }: PageWithNotes, join: JoinLines): Block[] {
  return notes.flatMap((lines) => {
    const flow = startFlow('footnote', join);
    for (const [index, line] of lines.entries()) flow.append(noteText(line, index), line.page);
    return flow.blocks();
  });
}
