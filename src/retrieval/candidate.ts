import type { ComparablePassage } from './smooth-scores.ts';

export interface Candidate extends ComparablePassage {
  key: number;
  /** Null when it shares no term with the query. */
  lexicalScore: number | null;
  /** Null when it has no vector. */
  semanticSimilarity: number | null;
  /** Both scores in standard deviations above the mean of the library. */
  lexicalDeviation: number;
  semanticDeviation: number;
  isOutdated: boolean;
}

export interface RankedPassage {
  key: number;
  /** 0..1, relative to this query. */
  score: number;
  lexicalScore: number | null;
  semanticSimilarity: number | null;
}
