import type { Candidate } from './candidate.ts';
import type { ChosenClaim } from './chosen-claim.ts';
import type { RankedCandidate } from './rank-candidates.ts';

/** A longer list is cut here. */
export const mostListItems = 12;

/** Items of one list, the first with what leads in to it. */
export function asList(items: readonly RankedCandidate[]): ChosenClaim[] {
  return items.slice(0, mostListItems).map(({ candidate }, index) => ({
    candidate,
    ranges: index === 0 ? candidate.ranges : candidate.ranges.slice(-1),
  }));
}

/** Whether both are items of one list. */
export function sameList(
  { candidate: one }: RankedCandidate,
  { candidate: other }: RankedCandidate,
): boolean {
  return (
    one.kind === 'list-item' &&
    other.kind === 'list-item' &&
    one.group !== null &&
    one.group === other.group &&
    one.retrieved.publication.id === other.retrieved.publication.id
  );
}

/** All items of the list that the best candidate is an item of, in their order. */
export function listOf(
  best: RankedCandidate,
  ranked: readonly RankedCandidate[],
): RankedCandidate[] {
  const { kind, group, retrieved } = best.candidate;
  if (kind !== 'list-item' || group === null) return [];
  return ranked
    .filter(
      ({ candidate }) =>
        candidate.group === group &&
        candidate.retrieved.publication.id === retrieved.publication.id,
    )
    .sort((left, right) => startOf(left.candidate) - startOf(right.candidate));
}

/** One item of a list that the answer does not otherwise draw on says too little on its own. */
export function isPartOfOtherList(each: Candidate, best: Candidate): boolean {
  return each.kind === 'list-item' && each.group !== null && each.group !== best.group;
}

/** Where a candidate's own words begin in its publication. */
export const startOf = (candidate: Candidate): number => candidate.ranges.at(-1)?.start ?? 0;
