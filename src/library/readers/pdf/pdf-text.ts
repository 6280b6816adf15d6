/** A piece of text as PDF.js finds it, in the page's upright coordinates. */
export interface TextItem {
  text: string;
  /** Left edge in points from the page's left. */
  x: number;
  /** Baseline in points from the page's top. */
  y: number;
  width: number;
  /** Font size in points. */
  size: number;
  bold: boolean;
  rightToLeft: boolean;
  /** True when PDF.js saw the line end after it. */
  endsLine: boolean;
}

export interface PdfPage {
  /** Physical page, from 1. */
  number: number;
  width: number;
  height: number;
  items: TextItem[];
}

/** Items that follow one another on a baseline: a line of a column, or a cell of a table. */
export interface Segment {
  text: string;
  x0: number;
  x1: number;
  y: number;
  /** Size of most of its characters. */
  size: number;
  /** True when all its letters are bold. */
  bold: boolean;
  rightToLeft: boolean;
  /** Where it could be cut in two, should a column of a table begin there. */
  gaps: SegmentGap[];
  /** A raised mark at its start, as of a footnote: `12`, `*`; else empty. */
  mark: string;
}

/** A space within a segment that is wider than most. */
export interface SegmentGap {
  /** Offset in the text at which the second part begins. */
  offset: number;
  /** Right edge of the first part and left edge of the second. */
  x1: number;
  x0: number;
}

/** What stands on one height of a column; more than one segment in a row of a table. */
export interface Line {
  page: number;
  segments: Segment[];
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** Segments joined by a space. */
  text: string;
  /** Right edge of the column it stands in. */
  columnX1: number;
  /** Left edge of the column it stands in. */
  columnX0: number;
}

/** A line from segments of one height, which may be given in any order. */
export function lineOf(
  page: number,
  segments: readonly Segment[],
  column: { x0: number; x1: number },
): Line {
  const rightToLeft =
    segments.filter((segment) => segment.rightToLeft).length * 2 > segments.length;
  const ordered = [...segments].sort((one, other) =>
    rightToLeft ? other.x1 - one.x1 : one.x0 - other.x0,
  );
  const longest = ordered.reduce((best, segment) =>
    segment.text.length > best.text.length ? segment : best,
  );
  return {
    page,
    segments: ordered,
    x0: Math.min(...ordered.map((segment) => segment.x0)),
    x1: Math.max(...ordered.map((segment) => segment.x1)),
    y: longest.y,
    size: longest.size,
    bold: ordered.every((segment) => segment.bold),
    text: ordered.map((segment) => segment.text).join(' '),
    columnX0: column.x0,
    columnX1: column.x1,
  };
}
