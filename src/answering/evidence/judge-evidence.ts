import coefficients from './coefficients.json' with { type: 'json' };
import type { EvidenceFeatures } from './measure-evidence.ts';
import type { MissingNames } from './missing-names.ts';

/**
 * At or above this confidence Concord answers. The calibration counts both errors alike, on questions
 * worded like the texts; people word theirs otherwise, so a little less than .5 has to do.
 */
export const answerThreshold = 0.42;

/**
 * For each name or year of the question that the library nowhere holds, or that only the publication
 * answered from does not. Set by hand: data sets made by hiding documents hold no such questions,
 * people ask them.
 */
const unknownNamePenalty = 2;
const otherNamePenalty = 1;
const mostNamesCounted = 2;

/**
 * How sure the evidence makes Concord that the passages answer the question, 0..1: a logistic model
 * of few general features, its coefficients fitted by `scripts/calibrate-answering.ts`.
 *
 * The second argument counts names of the question that the best candidate's publication lacks.
 */
export function judgeEvidence(
  features: EvidenceFeatures,
  { unknown, elsewhere }: MissingNames,
): number {
  let logit = coefficients.evidence.intercept;
  logit -= unknownNamePenalty * Math.min(unknown, mostNamesCounted);
  logit -= otherNamePenalty * Math.min(elsewhere, mostNamesCounted);
  for (const [name, weight] of Object.entries(coefficients.evidence.weights)) {
    logit += weight * features[name as keyof EvidenceFeatures];
  }
  return 1 / (1 + Math.exp(-logit));
}
