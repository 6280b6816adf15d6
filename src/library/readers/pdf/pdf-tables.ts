import { tidyText } from '../block-text.ts';
import { markerOf } from './pdf-markers.ts';
import type { Line, Segment } from './pdf-text.ts';

const fewestRows = 2;
const widestRowGap = 4;

/** A table found in the lines of a page. */
export interface FoundTable {
  /** Index after its last line. */
  end: number;
  /** Cells of each row, from the left; empty text where a row has none. */
  rows: string[][];
}

interface Column {
  x0: number;
  x1: number;
}

/**
 * The table that begins at a line, if one does: rows of two or more cells over the same columns.
 * Lines of one cell that fit in a column, between such rows, are the further lines of a cell.
 */
export function tableAt(lines: readonly Line[], start: number): FoundTable | null {
  const first = lines[start];
  if (!first || !hasCells(first)) return null;
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    const above = lines[index - 1];
    if (!line || !above || line.y <= above.y || line.y - above.y > line.size * widestRowGap) break;
    if (hasCells(line)) end = index + 1;
    else if (!fitsBetween(line, lines.slice(start, end))) break;
  }
  end = withLastWrap(lines, start, end);
  const rows = lines.slice(start, end);
  const full = rows.filter(hasCells);
  const columns = columnsOf(full);
  if (full.length < fewestRows || columns.length < 2 || !isAligned(full, columns)) return null;
  if (columns.length === 2 && full.length < 3) return null;
  return { end, rows: mergedRows(rows, columns) };
}

function hasCells(line: Line): boolean {
  return line.segments.length > 1 && markerOf(line) === null;
}

/** A single cell that begins or ends where cells of the table do, and is no line of running text. */
function fitsBetween(line: Line, table: readonly Line[]): boolean {
  const [cell] = line.segments;
  if (!cell || line.segments.length > 1) return false;
  const width = line.columnX1 - line.columnX0;
  if (cell.x1 - cell.x0 > width * 0.6) return false;
  return table.some((row) =>
    row.segments.some(
      (other) => Math.abs(other.x0 - cell.x0) < 4 || Math.abs(other.x1 - cell.x1) < 4,
    ),
  );
}

/** The last row's cells may run on below it. */
function withLastWrap(lines: readonly Line[], start: number, end: number): number {
  let last = end;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index];
    const above = lines[index - 1];
    if (!line || !above || line.y <= above.y || line.y - above.y > line.size * 1.45) break;
    const [cell] = line.segments;
    const [firstCell] = lines[start]?.segments ?? [];
    const indented = cell && firstCell && cell.x0 > firstCell.x1;
    if (!indented || !fitsBetween(line, lines.slice(start, end))) break;
    last = index + 1;
  }
  return last;
}

/** Columns as the rows with most cells show them. */
function columnsOf(rows: readonly Line[]): Column[] {
  const counts = new Map<number, number>();
  for (const { segments } of rows)
    counts.set(segments.length, (counts.get(segments.length) ?? 0) + 1);
  const most = Math.max(
    0,
    ...[...counts].filter(([, count]) => count >= 2).map(([cells]) => cells),
  );
  const cells = most || Math.max(0, ...counts.keys());
  const template = rows.filter(({ segments }) => segments.length === cells);
  return Array.from({ length: cells }, (_, index) => {
    const own = template.flatMap(({ segments }) => segments[index] ?? []);
    return { x0: Math.min(...own.map(({ x0 }) => x0)), x1: Math.max(...own.map(({ x1 }) => x1)) };
  });
}

/** Columns of a table do not run into each other. */
function isAligned(rows: readonly Line[], columns: readonly Column[]): boolean {
  const clash = columns.some((column, index) => {
    const next = columns[index + 1];
    return next !== undefined && column.x1 > next.x0 + 2;
  });
  if (clash) return false;
  const cells = rows.flatMap(({ segments }) => segments);
  const inside = cells.filter((cell) =>
    columns.some((column) => Math.min(cell.x1, column.x1) - Math.max(cell.x0, column.x0) > 0),
  );
  return inside.length >= cells.length * 0.8;
}

/** Joins the lines of each row: lines closer than rows are, or with nothing in the first column. */
function mergedRows(lines: readonly Line[], columns: readonly Column[]): string[][] {
  const gaps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? line.y));
  const tight = Math.min(...gaps) * 1.25;
  const spread =
    Math.max(...gaps) > tight &&
    gaps.some((gap) => gap <= tight) &&
    tight < (lines[0]?.size ?? 0) * 1.8;
  const rows: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const cells = columns.map(() => '');
    for (const segment of line.segments) {
      const column = columnOf(segment, columns);
      cells[column] = tidyText(`${cells[column] ?? ''} ${segment.text}`);
    }
    const last = rows.at(-1);
    const gap = gaps[index - 1] ?? Number.POSITIVE_INFINITY;
    const runsOn = last && (spread ? gap <= tight : cells[0] === '' && gap < line.size * 1.6);
    if (!last || !runsOn) rows.push(cells);
    else
      for (const [column, cell] of cells.entries())
        last[column] = tidyText(`${last[column]} ${cell}`);
  }
  return rows;
}

function columnOf(segment: Segment, columns: readonly Column[]): number {
  const middle = (segment.x0 + segment.x1) / 2;
  const distance = ({ x0, x1 }: Column) => {
    const overlap = Math.min(segment.x1, x1) - Math.max(segment.x0, x0);
    return overlap > 0 ? -overlap : Math.abs((x0 + x1) / 2 - middle);
  };
  const distances = columns.map(distance);
  return distances.indexOf(Math.min(...distances));
}
