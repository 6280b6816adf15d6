import { readingRegions } from './pdf-columns.ts';
import { pageSegments } from './pdf-segments.ts';
import { type Line, lineOf, type PdfPage, type Segment } from './pdf-text.ts';

const fewestStarts = 3;

/** The lines of a page in the order of reading, column by column. */
export function pageLines(page: PdfPage): Line[] {
  return readingRegions(pageSegments(page)).flatMap((region) => {
    const rows = rowsOf(region.segments);
    const starts = columnStarts(rows);
    return rows.map((row) =>
      lineOf(
        page.number,
        row.flatMap((segment) => cutAt(segment, starts)),
        region,
      ),
    );
  });
}

/** Where several lines have a second or later cell begin. */
function columnStarts(rows: readonly Segment[][]): number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const [, ...later] = row.map(({ x0 }) => Math.round(x0)).sort((one, other) => one - other);
    for (const start of later) counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= fewestStarts).map(([start]) => start);
}

/** Cuts what only a narrow space holds together, where other lines have a column begin. */
function cutAt(segment: Segment, starts: readonly number[]): Segment[] {
  const cut = segment.gaps.find(({ x0 }) => starts.some((start) => Math.abs(start - x0) < 2));
  if (!cut) return [segment];
  const left = { ...segment, text: segment.text.slice(0, cut.offset).trim(), x1: cut.x1, gaps: [] };
  const right = {
    ...segment,
    text: segment.text.slice(cut.offset).trim(),
    x0: cut.x0,
    mark: '',
    gaps: segment.gaps
      .filter(({ offset }) => offset > cut.offset)
      .map((gap) => ({ ...gap, offset: gap.offset - cut.offset })),
  };
  return [left, ...cutAt(right, starts)];
}

/** Groups segments, ordered from the top, by the height they stand on. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const tolerance = first ? Math.min(first.size, segment.size) * 0.35 : 0;
    if (
      row &&
      first &&
      segment.y - first.y <= tolerance &&
      !row.some((other) => overlaps(other, segment))
    ) {
      row.push(segment);
    } else rows.push([segment]);
  }
  return rows;
}

function overlaps(one: Segment, other: Segment): boolean {
  return (
    Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0) > Math.min(one.size, other.size) * 0.5
  );
}
