import { findReplacement } from '../../library/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import type { ReadPublication } from '../read-publication.ts';

const analyser = createAnalyser();
/** Least share of the shorter one's statements that have a counterpart in the other. */
const leastAligned = 0.3;
/** Least likeness of titles, years left out: 2·shared / (words of both). */
const leastTitle = 0.75;
/** Titles alike are not enough where next to nothing in the texts is. */
const leastAlignedWithTitle = 0.08;

/** Whether two publications are editions of one thing, by what they say, or what is known of them. */
export function areEditions(
  earlier: ReadPublication,
  later: ReadPublication,
  aligned: { pairs: number; fewest: number },
): boolean {
  const share = aligned.fewest === 0 ? 0 : aligned.pairs / aligned.fewest;
  if (share >= leastAligned) return true;
  const { supersededBy } = earlier.publication;
  if (supersededBy !== null && findReplacement(supersededBy, [later.publication]) !== undefined)
    return true;
  return share >= leastAlignedWithTitle && titleLikeness(earlier, later) >= leastTitle;
}

function titleLikeness(one: ReadPublication, other: ReadPublication): number {
  const left = titleTerms(one);
  const right = titleTerms(other);
  const shared = [...left].filter((term) => right.has(term)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function titleTerms({ publication }: ReadPublication): Set<string> {
  return new Set(analyser.terms(publication.title).filter((term) => !/^\d+$/.test(term)));
}
