import type { Line } from './pdf-text.ts';

/** What is usual in a document; everything else is judged against it. */
export interface Measures {
  /** Font size of most characters, in points. */
  bodySize: number;
  /** Usual distance between baselines of one paragraph at a font size, in points. */
  leadingOf(size: number): number;
}

/** Measures the lines of a document, page by page in the order of reading. */
export function measure(pages: readonly (readonly Line[])[]): Measures {
  const characters = new Map<number, number>();
  const distances = new Map<number, Map<number, number>>();
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const size = rounded(line.size);
      count(characters, size, line.text.length);
      const next = lines[index + 1];
      if (!next || rounded(next.size) !== size || next.y <= line.y) continue;
      const ofSize = distances.get(size) ?? new Map<number, number>();
      distances.set(size, ofSize);
      count(ofSize, rounded(next.y - line.y), 1);
    }
  }
  return {
    bodySize: mostCommon(characters) ?? 10,
    leadingOf(size) {
      const found = mostCommon(distances.get(rounded(size)) ?? new Map());
      const plausible = found !== undefined && found < size * 2.2 && found > size * 0.8;
      return plausible ? found : size * 1.25;
    },
  };
}

function rounded(points: number): number {
  return Math.round(points * 2) / 2;
}

function count(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function mostCommon(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort(([one, a], [other, b]) => b - a || one - other)[0]?.[0];
}
