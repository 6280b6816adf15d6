import type { Candidate } from '../../../answering/index.ts';
import coefficients from './coefficients.json' with { type: 'json' };
import { measureStatements, type StatementFeatures } from './measure-statements.ts';
import type { ScoredStatement } from './scored-statement.ts';

export interface ScoringContext {
  /** The publication's; what it names is what the publication is about. May be empty. */
  title: string;
  /** BCP 47 language tag; in other languages than English no wording counts. */
  language: string;
}

/**
 * Scores every statement of a publication by how much it says of the whole, in the order given.
 * The same statements get the same scores. Time grows with the text: 6,000 statements take less than
 * a second.
 *
 * @param candidates in reading order.
 */
export function scoreStatements(
  candidates: readonly Candidate[],
  context: ScoringContext,
): ScoredStatement[] {
  return measureStatements(candidates, context).map(({ features, ...statement }) => ({
    ...statement,
    score: scoreOf(features),
  }));
}

function scoreOf(features: StatementFeatures): number {
  let score = 0;
  for (const [name, weight] of Object.entries(coefficients.weights)) {
    score += weight * features[name as keyof StatementFeatures];
  }
  return score;
}
