import { findDifference, unmarkedLikeness } from '../disagreement/find-difference.ts';
import { readStatement } from '../disagreement/read-statement.ts';
import type { Candidate } from './candidate.ts';
import type { ChosenClaim } from './chosen-claim.ts';
import type { RankedCandidate } from './rank-candidates.ts';

const mostOverlap = 0.6;

/** Whether most of what a candidate says has been said, and no other publication says otherwise. */
export function repeats({ terms, candidate }: RankedCandidate, said: RankedCandidate): boolean {
  if (candidate.text === said.candidate.text) return true;
  let shared = 0;
  for (const term of terms) if (said.terms.has(term)) shared += 1;
  if (shared <= mostOverlap * Math.min(terms.size, said.terms.size)) return false;
  return !disagree(candidate, said.candidate);
}

function disagree(one: Candidate, other: Candidate): boolean {
  const [left, right] = [one.retrieved.publication, other.retrieved.publication];
  if (left.id === right.id) return false;
  const statements = [
    readStatement({ text: one.text, quotes: [] }, [left]),
    readStatement({ text: other.text, quotes: [] }, [right]),
  ] as const;
  return findDifference(...statements, unmarkedLikeness) !== null;
}

/** What another claim quotes as well, since it needs it to be understood, is not said twice. */
export function withoutContained(claims: readonly ChosenClaim[]): ChosenClaim[] {
  const holds = (outer: ChosenClaim, inner: ChosenClaim): boolean =>
    outer.candidate.retrieved.publication.id === inner.candidate.retrieved.publication.id &&
    inner.ranges.every(({ start, end }) =>
      outer.ranges.some((range) => range.start <= start && end <= range.end),
    );
  const kept: ChosenClaim[] = [];
  for (const claim of claims) {
    if (kept.some((earlier) => holds(earlier, claim))) continue;
    const contained = kept.findIndex((earlier) => holds(claim, earlier));
    if (contained < 0) kept.push(claim);
    else kept[contained] = claim;
  }
  return kept;
}
