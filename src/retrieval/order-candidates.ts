import type { Candidate, RankedPassage } from './candidate.ts';
import type { Pipeline } from './retriever.ts';
import { smoothScores } from './smooth-scores.ts';

/** Weight of the semantic side when the embedder expresses the whole query. */
const largestSemanticWeight = 0.7;
/** Share of the nearest neighbours in a score when the embedder expresses the whole query. */
const neighbourShare = 0.6;
/** How many of the best candidates are compared with each other. */
const smoothed = 100;
/** What a superseded or retracted publication loses, in shares of the best score. */
const outdatedPenalty = 0.1;

/**
 * Combines both scores and orders the candidates.
 *
 * Scores of different scales are made comparable as deviations from the library's mean. How much the
 * semantic side weighs, and how much neighbours in its space do, depends on how much of the query
 * that space can express: a query of rare words is better served by the words. The weight is the
 * share of the query's squared length that survives in the space.
 */
export function orderCandidates(
  candidates: readonly Candidate[],
  pipeline: Pipeline,
  coverage: number,
): RankedPassage[] {
  const weight =
    pipeline === 'hybrid'
      ? Math.min(largestSemanticWeight, coverage ** 2)
      : pipeline === 'semantic'
        ? 1
        : 0;
  const combined = candidates
    .map((candidate) => ({
      candidate,
      score: (1 - weight) * candidate.lexicalDeviation + weight * candidate.semanticDeviation,
    }))
    .sort(byScore);
  if (pipeline === 'hybrid') smoothBest(combined, neighbourShare * coverage);

  const best = Math.max(...combined.slice(0, smoothed).map(({ score }) => score), Number.EPSILON);
  for (const entry of combined) {
    if (entry.candidate.isOutdated) entry.score -= outdatedPenalty * best;
  }
  return combined.sort(byScore).map(({ candidate, score }) => ({
    key: candidate.key,
    score: Math.min(1, Math.max(0, score / best)),
    lexicalScore: candidate.lexicalScore,
    semanticSimilarity: candidate.semanticSimilarity,
  }));
}

interface Scored {
  candidate: Candidate;
  score: number;
}

const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score || a.candidate.key - b.candidate.key;

/** Smooths the head of a sorted list; what follows stays behind it. */
function smoothBest(sorted: Scored[], share: number): void {
  const head = sorted.slice(0, smoothed);
  const scores = smoothScores(
    head.map(({ score }) => score),
    head.map(({ candidate }) => candidate),
    share,
  );
  head.forEach((entry, at) => {
    entry.score = scores[at] ?? entry.score;
  });
  const lowest = Math.min(...scores);
  for (const entry of sorted.slice(smoothed)) entry.score = Math.min(entry.score, lowest);
}
