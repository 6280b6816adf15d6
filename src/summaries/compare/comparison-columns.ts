export const comparisonColumns = [
  'question',
  'population and place',
  'design',
  'outcomes',
  'recommendations',
  'year',
] as const;
/** Most columns of a comparison, of all kinds together. */
export const mostColumns = 8;

/**
 * Columns of a comparison that are read by rules of their own: what is asked or aimed at, of whom
 * and where it speaks, how it was found out, what came of it, what is advised, and the years that
 * the text itself names for its making.
 */
export type ComparisonColumn = (typeof comparisonColumns)[number];

/** The standard column that somebody's words name, whatever their case; null for one of their own. */
export function standardColumn(named: string): ComparisonColumn | null {
  const plain = named.trim().toLowerCase();
  return comparisonColumns.find((column) => column === plain) ?? null;
}
