import type { RankedPassage } from './candidate.ts';
import type { PassageTable } from './passage-table.ts';

/**
 * Cuts a ranking down to what is shown: at most `perPublication` passages of one publication and
 * `limit` in all, and passages that follow each other in a publication side by side, in reading
 * order, at the place of the better one.
 */
export function choosePassages(
  ranked: readonly RankedPassage[],
  limit: number,
  perPublication: number,
  table: PassageTable,
): RankedPassage[] {
  const taken = new Map<number, number>();
  const groups: RankedPassage[][] = [];
  let count = 0;
  for (const passage of ranked) {
    if (count >= limit) break;
    const publication = table.entryNumber(passage.key);
    const already = taken.get(publication) ?? 0;
    if (already >= perPublication) continue;
    taken.set(publication, already + 1);
    count++;
    const group =
      already === 0 ? undefined : groups.find((other) => adjoins(other, passage, table));
    if (group) group.push(passage);
    else groups.push([passage]);
  }
  return groups.flatMap((group) =>
    group.sort((a, b) => table.ordinal(a.key) - table.ordinal(b.key)),
  );
}

function adjoins(
  group: readonly RankedPassage[],
  { key }: RankedPassage,
  table: PassageTable,
): boolean {
  return group.some(
    (other) =>
      table.entryNumber(other.key) === table.entryNumber(key) &&
      Math.abs(table.ordinal(other.key) - table.ordinal(key)) === 1,
  );
}
