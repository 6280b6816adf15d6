import type { Segment } from './pdf-text.ts';

const fewestLines = 4;
const deepest = 4;
const fewestCharacters = 18;

/** A part of a page that is read from top to bottom, line by line. */
export interface Region {
  segments: Segment[];
  x0: number;
  x1: number;
}

/**
 * Cuts a page into regions in the order of reading. Where running text stands side by side (each
 * side several lines that fill their column) the left column comes before the right one; lines that
 * cross the gutter end a pair of columns. Rows of a table do not fill their columns and stay together.
 */
export function readingRegions(segments: readonly Segment[], depth = 0): Region[] {
  if (segments.length === 0) return [];
  const whole: Region = {
    segments: [...segments].sort((one, other) => one.y - other.y || one.x0 - other.x0),
    x0: Math.min(...segments.map((segment) => segment.x0)),
    x1: Math.max(...segments.map((segment) => segment.x1)),
  };
  if (depth >= deepest) return [whole];
  const split = bestSplit(whole);
  if (!split) return [whole];
  return [split.above, split.left, split.right, split.below].flatMap((part) =>
    readingRegions(part, depth + 1),
  );
}

interface Split {
  above: Segment[];
  left: Segment[];
  right: Segment[];
  below: Segment[];
}

function bestSplit(region: Region): Split | null {
  const splits = gutters(region).flatMap((gutter) => splitAt(region, gutter) ?? []);
  const size = (split: Split) => split.left.length + split.right.length;
  return splits.sort((one, other) => size(other) - size(one))[0] ?? null;
}

/** Left edges at which several lines begin, not at the left of the region. */
function gutters(region: Region): number[] {
  const edges = new Map<number, number>();
  for (const { x0, size } of region.segments) {
    if (x0 - region.x0 < size * 6) continue;
    const edge = Math.round(x0);
    edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  return [...edges]
    .map(([edge]) => ({
      edge,
      count: [-1, 0, 1].reduce((sum, step) => sum + (edges.get(edge + step) ?? 0), 0),
    }))
    .filter(({ count }) => count >= fewestLines)
    .sort((one, other) => other.count - one.count)
    .slice(0, 8)
    .map(({ edge }) => edge - 1.5);
}

/** The longest run of lines that keep to one side of the gutter, if both sides are running text. */
function splitAt(region: Region, gutter: number): Split | null {
  const crosses = (segment: Segment) => segment.x0 < gutter - 1 && segment.x1 > gutter + 1;
  const bands: Segment[][] = [[]];
  for (const segment of region.segments) {
    if (crosses(segment)) bands.push([]);
    else bands.at(-1)?.push(segment);
  }
  const [band] = bands.sort((one, other) => other.length - one.length);
  if (!band || band.length < fewestLines * 2) return null;
  const left = band.filter((segment) => segment.x1 <= gutter + 1);
  const right = band.filter((segment) => segment.x0 >= gutter - 1);
  if (!isRunningText(left) || !isRunningText(right)) return null;
  const top = Math.min(...band.map((segment) => segment.y));
  const bottom = Math.max(...band.map((segment) => segment.y));
  const inBand = new Set(band);
  const others = region.segments.filter((segment) => !inBand.has(segment));
  return {
    above: others.filter((segment) => segment.y < (top + bottom) / 2),
    left,
    right,
    below: others.filter((segment) => segment.y >= (top + bottom) / 2),
  };
}

/** Most lines of running text reach across their column and hold several words; dates do not. */
function isRunningText(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines) return false;
  const x0 = Math.min(...segments.map((segment) => segment.x0));
  const x1 = Math.max(...segments.map((segment) => segment.x1));
  const full = segments.filter(
    (segment) =>
      segment.x1 - segment.x0 > (x1 - x0) * 0.7 &&
      segment.text.length >= fewestCharacters &&
      segment.text.split(/\s+/).length >= 3,
  );
  return full.length >= fewestLines - 1 && full.length >= segments.length * 0.5;
}
