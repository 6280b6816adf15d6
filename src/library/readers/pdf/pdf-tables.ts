import { markerOf } from './pdf-markers.ts';
import { type Column, tableRows } from './pdf-table-rows.ts';
import type { Line, Segment } from './pdf-text.ts';

const fewestRows = 2;
const widestRowGap = 4;
const mostLinesOfCell = 14;
/** Share of a table's lines that may reach over a gutter: headings of several columns. */
const crossingShare = 0.12;

/** A table found in the lines of a page. */
export interface FoundTable {
  /** Index after its last line. */
  end: number;
  /** Cells of each row, from the left; empty text where a row has none. */
  rows: string[][];
}

/**
 * The table that begins at a line, if one does: lines of two or more cells over the same columns.
 * Lines of one cell that fit in a column, between such lines, are further lines of a cell.
 */
export function tableAt(lines: readonly Line[], start: number): FoundTable | null {
  const first = lines[start];
  if (!first || (!hasCells(first) && !opensCell(lines, start))) return null;
  let end = start;
  let gap = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    const above = lines[index - 1];
    if (!line) break;
    if (
      index > start &&
      above &&
      (line.y <= above.y || line.y - above.y > line.size * widestRowGap)
    )
      break;
    if (hasCells(line)) {
      end = index + 1;
      gap = 0;
    } else if (
      gap < mostLinesOfCell &&
      (isNarrow(line) || fitsColumn(line, lines.slice(start, end)))
    )
      gap += 1;
    else break;
  }
  end = withLastWrap(lines, start, end);
  const table = lines.slice(start, end);
  const full = table.filter(hasCells);
  const columns = columnsOf(table);
  if (full.length < fewestRows || columns.length < 2) return null;
  if (columns.length === 2 && full.length < 3) return null;
  return { end, rows: tableRows(table, columns) };
}

/** Cells stand apart; a marker and its text do not make two cells, nor do words spread over a line. */
function hasCells(line: Line): boolean {
  return line.segments.length > 1 && markerOf(line) === null;
}

/** A narrow line right above a line of cells may be the first line of one of them. */
function opensCell(lines: readonly Line[], start: number): boolean {
  const line = lines[start];
  const below = lines[start + 1];
  if (!line || !below || !isNarrow(line) || below.segments.length < 3) return false;
  const distance = below.y - line.y;
  const [cell] = line.segments;
  const inside = cell !== undefined && below.segments.some((other) => overlap(cell, other) > 0);
  return distance > 0 && distance < line.size * 1.3 && (inside || below.segments.length > 4);
}

const caption = /^(?:table|figure|fig\.|box|chart|source|notes?)\s*(?:\d|[A-Z]\d?\b|:)/i;

function isNarrow(line: Line): boolean {
  if (caption.test(line.text)) return false;
  const width = line.columnX1 - line.columnX0;
  return line.x1 - line.x0 < width * 0.45 && markerOf(line) === null;
}

function fitsColumn(line: Line, table: readonly Line[]): boolean {
  return fitsFirstColumn(line, table) || beginsInner(line, table);
}

/** Begins exactly where a second or later cell of the table does, and nothing stands before it. */
function beginsInner(line: Line, table: readonly Line[]): boolean {
  if (line.segments.length > 1 || caption.test(line.text)) return false;
  return table
    .flatMap(({ segments }) => segments.slice(1))
    .some(({ x0, size }) => Math.abs(x0 - line.x0) < 2 && Math.abs(size - line.size) < 1);
}

/** Ends before the second column of every line of cells so far begins. */
function fitsFirstColumn(line: Line, table: readonly Line[]): boolean {
  const full = table.filter(hasCells);
  if (full.length === 0 || line.segments.length > 1 || markerOf(line) !== null) return false;
  const left = Math.min(...full.map(({ x0 }) => x0));
  const second = Math.min(
    ...full.map(({ segments }) => segments[1]?.x0 ?? Number.POSITIVE_INFINITY),
  );
  return Math.abs(line.x0 - left) < 3 && line.x1 < second - line.size * 0.5;
}

/** Closer to the line above it than other lines of the table are to theirs: no row of its own. */
function isCloserThanRows(lines: readonly Line[], start: number, index: number): boolean {
  const distance = (at: number) => (lines[at]?.y ?? 0) - (lines[at - 1]?.y ?? 0);
  const widest = Math.max(
    0,
    ...Array.from({ length: index - start - 1 }, (_, at) => distance(start + 1 + at)),
  );
  return distance(index) < (lines[index]?.size ?? 0) * 1.3 && widest > distance(index) * 1.25;
}

/** The last row's cells may run on below it. */
function withLastWrap(lines: readonly Line[], start: number, end: number): number {
  const cells = lines.slice(start, end).flatMap(({ segments }) => segments);
  const left = Math.min(...cells.map(({ x0 }) => x0));
  let last = end;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index];
    const above = lines[index - 1];
    if (!line || !above || line.y <= above.y || line.y - above.y > line.size * 1.45) break;
    const aligned = cells.some(({ x0 }) => Math.abs(x0 - line.x0) < 3);
    const indented = isNarrow(line) && aligned && line.x0 >= left + line.size * 3;
    const table = lines.slice(start, end);
    const wraps =
      beginsInner(line, table) ||
      (fitsFirstColumn(line, table) && isCloserThanRows(lines, start, index));
    if (!indented && !wraps) break;
    last = index + 1;
  }
  return last;
}

/** Columns are what lies between gutters: places that next to no line reaches over. */
function columnsOf(lines: readonly Line[]): Column[] {
  const cells = lines.flatMap(({ segments }) => segments);
  const allowed = Math.floor(lines.length * crossingShare);
  const edges = [...new Set(cells.map(({ x0 }) => x0))].sort((one, other) => one - other);
  const starts = edges.filter((edge) => {
    const before = edge - 1;
    return cells.filter(({ x0, x1 }) => x0 < before && x1 > before).length <= allowed;
  });
  const columns: Column[] = [];
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = cells.filter(({ x0, x1 }) => x0 >= start && x0 < next && x1 <= next + 2);
    if (own.length === 0) continue;
    columns.push({ x0: start, x1: Math.max(...own.map(({ x1 }) => x1)) });
  }
  return withoutStray(columns, cells);
}

/** Right-aligned and centred cells begin anywhere; starts inside one column make no other. */
function withoutStray(columns: readonly Column[], cells: readonly Segment[]): Column[] {
  const merged: Column[] = [];
  for (const column of columns) {
    const last = merged.at(-1);
    const isSame =
      last !== undefined &&
      cells.some(
        (cell) =>
          overlap(cell, last) > 0 &&
          overlap(cell, column) > 0 &&
          cell.x0 >= last.x0 - 1 &&
          cell.x1 <= Math.max(last.x1, column.x1) + 1 &&
          cell.x1 - cell.x0 < (column.x1 - last.x0) * 0.98 + 2,
      );
    if (last && (column.x0 < last.x1 + 2 || isSame)) last.x1 = Math.max(last.x1, column.x1);
    else merged.push({ ...column });
  }
  return merged;
}

function overlap(one: Column, other: Column): number {
  return Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
}
