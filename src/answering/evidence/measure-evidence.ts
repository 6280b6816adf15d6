import type { RetrievalResult, RetrievedPassage } from '../../retrieval/index.ts';
import { informationHeld, type QuestionTerms } from '../extract/question-terms.ts';
import type { RankedCandidate } from '../extract/rank-candidates.ts';
import { largestInformation, type TermStatistics } from '../term-statistics.ts';

/** What speaks for and against the passages holding the answer. Names are those of the coefficients. */
export interface EvidenceFeatures {
  /** Best lexical score, of what a passage holding every term of the question would score. */
  completeness: number;
  /** Most of the asking part's information that a sentence holds with the sentences around it. */
  sentence: number;
  /** Of the best candidate: 1 has the form of such an answer, -1 has not, 0 any form would do. */
  form: number;
  /**
   * Information of the whole question that the best passage holds, in terms as rare as can be: the
   * same share of a longer question is less likely to be there by chance.
   */
  found: number;
}

/** @param ranked candidates of the same passages, best first. */
export function measureEvidence(
  { passages, signals }: RetrievalResult,
  ranked: readonly RankedCandidate[],
  wanted: QuestionTerms,
  statistics: TermStatistics,
): EvidenceFeatures {
  const held = passages.map((retrieved) => new Set(statistics.terms(wordsOf(retrieved))));
  const rarest = largestInformation(statistics.passages);
  return {
    completeness: signals.lexicalCompleteness,
    sentence: Math.max(0, ...ranked.map(({ features }) => features.withNeighbours)),
    form: ranked[0]?.features.form ?? 0,
    found: Math.max(0, ...held.map((terms) => informationHeld(wanted.whole, terms))) / rarest,
  };
}

function wordsOf({ passage, publication }: RetrievedPassage): string {
  return `${publication.title} ${passage.headingPath.join(' ')} ${passage.text}`;
}
