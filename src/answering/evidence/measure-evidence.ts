import type { RetrievalResult, RetrievedPassage } from '../../retrieval/index.ts';
import { coverageOf, informationHeld, type QuestionTerms } from '../extract/question-terms.ts';
import type { RankedCandidate } from '../extract/rank-candidates.ts';
import { largestInformation, type TermStatistics } from '../term-statistics.ts';
import { lightenCommonWords } from './common-words.ts';

/** What speaks for and against the passages holding the answer. Names are those of the coefficients. */
export interface EvidenceFeatures {
  /** Best lexical score, of what a passage holding every term of the question would score. */
  completeness: number;
  /** How far the best lexical score stands above the following ones, in the same unit. */
  lead: number;
  /** How much more the first passages are like each other than those that follow. */
  cohesion: number;
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

/**
 * Information is counted with common words lightened.
 *
 * @param ranked candidates of the same passages, best first.
 */
export function measureEvidence(
  { passages, signals }: RetrievalResult,
  ranked: readonly RankedCandidate[],
  wanted: QuestionTerms,
  statistics: TermStatistics,
): EvidenceFeatures {
  const { whole, focus } = lightenCommonWords(wanted, statistics);
  const held = passages.map((retrieved) => new Set(statistics.terms(wordsOf(retrieved))));
  const around = withNeighbours(ranked, statistics);
  const rarest = largestInformation(statistics.passages);
  return {
    completeness: signals.lexicalCompleteness,
    lead: signals.lexicalLead,
    cohesion: signals.cohesionLead,
    sentence: Math.max(0, ...around.map((terms) => coverageOf(focus, terms))),
    form: ranked[0]?.features.form ?? 0,
    found: Math.max(0, ...held.map((terms) => informationHeld(whole, terms))) / rarest,
  };
}

/** The terms of each candidate with those of the sentences around it. */
function withNeighbours(
  ranked: readonly RankedCandidate[],
  statistics: TermStatistics,
): Set<string>[] {
  const known = new Map(ranked.map(({ candidate, terms }) => [candidate, terms]));
  return ranked.map(({ candidate, terms }) => {
    const neighbours = [candidate.previous, candidate.next].filter((each) => each !== null);
    return new Set([
      ...terms,
      ...neighbours.flatMap((each) => [...(known.get(each) ?? statistics.terms(each.text))]),
    ]);
  });
}

function wordsOf({ passage, publication }: RetrievedPassage): string {
  return `${publication.title} ${passage.headingPath.join(' ')} ${passage.text}`;
}
