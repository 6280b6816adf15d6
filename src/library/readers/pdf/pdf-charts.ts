import type { Measures } from './pdf-measures.ts';
import type { Line } from './pdf-text.ts';

/**
 * Labels of a chart fall into rows and columns by chance: few cells filled, next to no words, and set
 * smaller than the text or above the caption of a figure. Without the picture they say nothing.
 *
 * @param below - The line after the table.
 */
export function isChartTable(
  rows: readonly (readonly string[])[],
  lines: readonly Line[],
  below: Line | undefined,
  measures: Measures,
): boolean {
  const cells = rows.flat();
  const filled = cells.filter((cell) => cell !== '');
  const labels = filled.filter((cell) => (cell.match(/\p{L}{2,}/gu) ?? []).length <= 3);
  const small = lines.filter((line) => line.size < measures.bodySize * 0.97);
  return (
    filled.length < cells.length * 0.55 &&
    labels.length > filled.length * 0.85 &&
    (small.length > lines.length * 0.8 || /^fig(?:ure|\.)?\s*\d/i.test(below?.text ?? ''))
  );
}

/** A line of nothing but plain figures outside a table: marks on an axis. A date is none. */
export function isFigureOnly(line: Line): boolean {
  return /^[-−–+\d.,\s|]+$/.test(line.text) && !/\b\d{4}-\d{2}-\d{2}\b/.test(line.text);
}
