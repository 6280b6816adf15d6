import { readingRegions } from './pdf-columns.ts';
import { pageSegments } from './pdf-segments.ts';
import { type Line, lineOf, type PdfPage, type Segment } from './pdf-text.ts';

/** The lines of a page in the order of reading, column by column. */
export function pageLines(page: PdfPage): Line[] {
  return readingRegions(pageSegments(page)).flatMap((region) =>
    rowsOf(region.segments).map((row) => lineOf(page.number, row, region)),
  );
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
