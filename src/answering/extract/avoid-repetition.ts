import type { ChosenClaim } from './chosen-claim.ts';
import type { RankedCandidate } from './rank-candidates.ts';

const mostOverlap = 0.6;

/** Whether most of what a candidate says has been said. */
export function repeats({ terms, candidate }: RankedCandidate, said: RankedCandidate): boolean {
  if (candidate.text === said.candidate.text) return true;
  let shared = 0;
  for (const term of terms) if (said.terms.has(term)) shared += 1;
  return shared > mostOverlap * Math.min(terms.size, said.terms.size);
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
