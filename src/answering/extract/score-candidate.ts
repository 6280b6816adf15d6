import type { Question } from '../question/question.ts';
import { informationOf, type TermStatistics } from '../term-statistics.ts';
import type { Candidate } from './candidate.ts';

/** What a question is about, weighed by how much each term tells. */
export interface WeightedTerms {
  weights: ReadonlyMap<string, number>;
  total: number;
}

/** Terms of the question, those of its focus counted double, by their information. */
export function weighTerms(question: Question, statistics: TermStatistics): WeightedTerms {
  const weights = new Map<string, number>();
  const focus = new Set(statistics.terms(question.focus));
  for (const term of new Set(statistics.terms(question.text))) {
    weights.set(term, informationOf(term, statistics) * (focus.has(term) ? 2 : 1));
  }
  return { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** Share (0..1) of the weight of the question's terms that stand in `terms`. */
export function coverage({ weights, total }: WeightedTerms, terms: Iterable<string>): number {
  if (total === 0) return 0;
  let covered = 0;
  for (const term of new Set(terms)) covered += weights.get(term) ?? 0;
  return covered / total;
}

/** How well a candidate answers a question; higher is better. */
export function scoreCandidate(
  candidate: Candidate,
  wanted: WeightedTerms,
  statistics: TermStatistics,
): number {
  const { retrieved } = candidate;
  const own = coverage(wanted, statistics.terms(candidate.text));
  const context = coverage(
    wanted,
    statistics.terms(`${retrieved.publication.title} ${retrieved.passage.headingPath.join(' ')}`),
  );
  return own + 0.3 * context + 0.3 * retrieved.score;
}
