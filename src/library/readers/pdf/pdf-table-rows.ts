import { tidyText } from '../block-text.ts';
import type { Line, Segment } from './pdf-text.ts';

/** In font sizes: lines of one cell stand closer than this. */
const closeLines = 1.32;

/** The horizontal range of a table's column, in points. */
export interface Column {
  x0: number;
  x1: number;
}

interface Cell {
  column: number;
  top: number;
  bottom: number;
  text: string;
}

/**
 * Rows of a table from its printed lines. Lines of a column that stand close are one cell, and cells
 * whose heights overlap are one row, so that a cell of several lines and its short neighbour, set to
 * its middle, come together. In tables without space between rows every printed line is a row.
 */
export function tableRows(lines: readonly Line[], columns: readonly Column[]): string[][] {
  const byHeight = rowsByHeight(cellsOf(lines, columns));
  const tooFew = byHeight.length < Math.max(2, lines.length / 6);
  const dense = isEvenGrid(lines, columns) || (tooFew && firstColumnShare(lines, columns) > 0.6);
  const rows = dense ? rowsByLine(lines, columns) : byHeight;
  return rows.map((cells) =>
    columns.map((_, column) =>
      tidyText(
        cells
          .filter((cell) => cell.column === column)
          .map(({ text }) => text)
          .join(' '),
      ),
    ),
  );
}

/** Lines at one distance, most of them with most of the cells, are rows themselves. */
function isEvenGrid(lines: readonly Line[], columns: readonly Column[]): boolean {
  const gaps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  const even = gaps.filter((gap) => Math.abs(gap - usual) < usual * 0.15).length;
  const cells = lines.reduce((sum, { segments }) => sum + segments.length, 0);
  return even >= gaps.length * 0.8 && cells >= lines.length * columns.length * 0.7;
}

/** Share of the lines that have a cell in the first column; low when rows are tall. */
function firstColumnShare(lines: readonly Line[], columns: readonly Column[]): number {
  const filled = lines.filter(({ segments }) =>
    segments.some((segment) => columnOf(segment, columns) === 0),
  );
  return filled.length / lines.length;
}

function cellsOf(lines: readonly Line[], columns: readonly Column[]): Cell[] {
  const open = new Map<number, Cell>();
  const cells: Cell[] = [];
  for (const line of lines) {
    for (const segment of line.segments) {
      const column = columnOf(segment, columns);
      const above = open.get(column);
      if (above && segment.y - above.bottom < segment.size * closeLines) {
        above.bottom = segment.y;
        above.text += ` ${segment.text}`;
        continue;
      }
      const cell = {
        column,
        top: segment.y - segment.size * 0.7,
        bottom: segment.y,
        text: segment.text,
      };
      open.set(column, cell);
      cells.push(cell);
    }
  }
  return cells;
}

function rowsByHeight(cells: readonly Cell[]): Cell[][] {
  const rows: { cells: Cell[]; bottom: number }[] = [];
  for (const cell of [...cells].sort((one, other) => one.top - other.top)) {
    const row = rows.at(-1);
    if (row && cell.top < row.bottom) {
      row.cells.push(cell);
      row.bottom = Math.max(row.bottom, cell.bottom);
    } else rows.push({ cells: [cell], bottom: cell.bottom });
  }
  return rows.map((row) => row.cells);
}

/** Every printed line is a row, except one with nothing in the first column, close below another. */
function rowsByLine(lines: readonly Line[], columns: readonly Column[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.segments.map((segment) => ({
      column: columnOf(segment, columns),
      top: segment.y,
      bottom: segment.y,
      text: segment.text,
    }));
    const above = lines[index - 1];
    const close = above !== undefined && line.y - above.y < line.size * 1.6;
    const last = rows.at(-1);
    const inner = cells.every(({ column }) => column > 0);
    const wrapped = cells.length === 1 && /^[\p{Ll})]/u.test(cells[0]?.text ?? '');
    const goesOn = last && close && (inner || wrapped);
    if (goesOn) last.push(...cells);
    else rows.push(cells);
  }
  return rows;
}

function columnOf(segment: Segment, columns: readonly Column[]): number {
  const middle = (segment.x0 + segment.x1) / 2;
  const distances = columns.map(({ x0, x1 }) => {
    const overlap = Math.min(segment.x1, x1) - Math.max(segment.x0, x0);
    return overlap > 0 ? -overlap : Math.abs((x0 + x1) / 2 - middle);
  });
  return distances.indexOf(Math.min(...distances));
}
