import type { RetrievalResult, RetrievedPassage } from '../../retrieval/index.ts';
import { coverageOf, type QuestionTerms } from '../extract/question-terms.ts';
import type { RankedCandidate } from '../extract/rank-candidates.ts';
import type { TermStatistics } from '../term-statistics.ts';

/** What speaks for and against the passages holding the answer. Names are those of the coefficients. */
export interface EvidenceFeatures {
  /** Best lexical score, of what a passage holding every term of the question would score. */
  completeness: number;
  /** Most of the asking part's information that a passage with its headings and title holds, … */
  passage: number;
  /** … and that a sentence holds with the sentences around it. */
  sentence: number;
  /** Of the best candidate: 1 has the form of such an answer, -1 has not, 0 any form would do. */
  form: number;
  /** ln(1 + distinct terms) of the whole question … */
  length: number;
  /** … and of the part that asks: the longer, the less of it can be expected in one place. */
  focusLength: number;
}

/** @param ranked candidates of the same passages, best first. */
export function measureEvidence(
  { passages, signals }: RetrievalResult,
  ranked: readonly RankedCandidate[],
  wanted: QuestionTerms,
  statistics: TermStatistics,
): EvidenceFeatures {
  const coveredByPassages = passages.map((retrieved) =>
    coverageOf(wanted.focus, new Set(statistics.terms(wordsOf(retrieved)))),
  );
  return {
    completeness: signals.lexicalCompleteness,
    passage: Math.max(0, ...coveredByPassages),
    sentence: Math.max(0, ...ranked.map(({ features }) => features.withNeighbours)),
    form: ranked[0]?.features.form ?? 0,
    length: Math.log(1 + wanted.whole.weights.size),
    focusLength: Math.log(1 + wanted.focus.weights.size),
  };
}

function wordsOf({ passage, publication }: RetrievedPassage): string {
  return `${publication.title} ${passage.headingPath.join(' ')} ${passage.text}`;
}
