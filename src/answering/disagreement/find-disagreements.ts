import type { Publication } from '../../library/index.ts';
import type { Claim, Source } from '../answer.ts';
import { sourcesOf } from '../citations.ts';
import { areNewer, rankAbove } from './compare-standing.ts';
import type { Disagreement } from './disagreement.ts';
import { findDifference, markedLikeness, unmarkedLikeness } from './find-difference.ts';
import { readStatement } from './read-statement.ts';

/** Places of two claims, in any order; may be of claims that do not exist. */
export type MarkedPair = readonly [number, number];

/** More would bury the answer. */
const mostDisagreements = 3;

/**
 * The disagreements among verified claims, in their order. Two claims disagree when they rest on
 * different publications and say different things about the same, which is compared by program,
 * whatever a model says of them.
 *
 * @param marked of which a model says that they disagree: these may be worded more freely.
 */
export function findDisagreements(
  claims: readonly Claim[],
  sources: readonly Source[],
  marked: readonly MarkedPair[] = [],
): Disagreement[] {
  if (claims.length < 2 || sources.length < 2) return [];
  const sides = claims.map((claim) => {
    const publications = sourcesOf(claim, sources).map(({ publication }) => publication);
    return { publications, statement: readStatement(claim, publications) };
  });
  const isMarked = (left: number, right: number): boolean =>
    marked.some((pair) => pair.includes(left) && pair.includes(right));
  const found: Disagreement[] = [];
  sides.forEach((right, later) => {
    sides.slice(0, later).forEach((left, earlier) => {
      if (share(left.publications, right.publications)) return;
      const likeness = isMarked(earlier, later) ? markedLikeness : unmarkedLikeness;
      if (findDifference(left.statement, right.statement, likeness) === null) return;
      found.push({
        claims: [earlier, later],
        newer: whichOf(areNewer, left.publications, right.publications, earlier, later),
        ranksHigher: whichOf(rankAbove, left.publications, right.publications, earlier, later),
      });
    });
  });
  return found.slice(0, mostDisagreements);
}

function share(one: readonly Publication[], other: readonly Publication[]): boolean {
  const ids = new Set(one.map(({ id }) => id));
  return one.length === 0 || other.length === 0 || other.some(({ id }) => ids.has(id));
}

function whichOf(
  isAbove: (one: readonly Publication[], other: readonly Publication[]) => boolean,
  left: readonly Publication[],
  right: readonly Publication[],
  earlier: number,
  later: number,
): number | null {
  if (isAbove(left, right)) return earlier;
  return isAbove(right, left) ? later : null;
}
