import type { RetrievedPassage } from './retriever.ts';

/**
 * Puts passages that follow each other in a publication side by side, in reading order, at the place
 * of the better one, as retrieval does.
 *
 * @param passages Best first.
 */
export function joinNeighbours(passages: readonly RetrievedPassage[]): RetrievedPassage[] {
  const groups: RetrievedPassage[][] = [];
  for (const retrieved of passages) {
    const group = groups.find((others) => others.some((other) => adjoins(other, retrieved)));
    if (group === undefined) groups.push([retrieved]);
    else group.push(retrieved);
  }
  return groups.flatMap((group) =>
    group.sort((one, other) => one.passage.ordinal - other.passage.ordinal),
  );
}

function adjoins(
  { passage: one }: RetrievedPassage,
  { passage: other }: RetrievedPassage,
): boolean {
  return one.publicationId === other.publicationId && Math.abs(one.ordinal - other.ordinal) === 1;
}
