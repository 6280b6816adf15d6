import type { Candidate } from './candidate.ts';
import { pointsBack } from './points-back.ts';

const longestClaim = 600;
const mostAntecedents = 3;

/**
 * A sentence that begins with `It` or `However` is quoted with what stands before it, back to a
 * sentence that needs none; alone where that is too far.
 */
export function withAntecedent(candidate: Candidate): Candidate['ranges'] {
  const { ranges } = candidate;
  const own = ranges[0];
  if (own === undefined || candidate.kind !== 'sentence') return ranges;
  let first = candidate;
  for (let back = 0; back < mostAntecedents && pointsBack(first.text) && first.previous; back++) {
    first = first.previous;
  }
  const start = first.ranges[0]?.start ?? own.start;
  if (pointsBack(first.text) || own.end - start > longestClaim) return ranges;
  return [{ start, end: own.end }];
}
