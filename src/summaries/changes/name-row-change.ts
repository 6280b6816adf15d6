import type { Candidate } from '../../answering/index.ts';

const longestCell = 70;
const mostNamed = 2;

/**
 * What has changed in a row of a table, by the columns that both tables have: `Nursing handover –
 * Within: day of discharge → two hours before`. Null for what is no row under a header, or too long.
 */
export function nameRowChange(earlier: Candidate, later: Candidate): string | null {
  const before = cellsOf(earlier);
  const after = cellsOf(later);
  if (before === null || after === null) return null;
  const changed = [...after.cells].flatMap(([column, { name, text }]) => {
    const was = before.cells.get(column)?.text;
    return was === undefined || was.toLowerCase() === text.toLowerCase()
      ? []
      : [{ name, was, is: text }];
  });
  const shown = changed.slice(0, mostNamed);
  const isShort = shown.every(({ was, is }) =>
    [was, is].every((cell) => cell !== '' && cell.length <= longestCell),
  );
  if (shown.length === 0 || !isShort || after.name === '' || after.name.length > longestCell)
    return null;
  const named = shown.map(({ name, was, is }) => `${name}: ${was} → ${is}`);
  return `${after.name} – ${named.join('; ')}`;
}

/** The cells after the first, by their columns; the first names the row. */
function cellsOf({ kind, ranges, source }: Candidate) {
  const [header, row] = ranges.map(({ start, end }) =>
    source.text
      .slice(start - source.characterStart, end - source.characterStart)
      .split('|')
      .map((cell) => cell.replace(/\s+/g, ' ').trim()),
  );
  if (kind !== 'table-row' || header === undefined || row?.length !== header.length) return null;
  const cells = header.slice(1).map((name, index) => {
    const cell = { name, text: row[index + 1] ?? '' };
    return [name.toLowerCase(), cell] as const;
  });
  return { name: row[0] ?? '', cells: new Map(cells) };
}
