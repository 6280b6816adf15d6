import type { Candidate } from '../../../answering/index.ts';

/** A statement and how much it says of its publication as a whole. */
export interface ScoredStatement {
  candidate: Candidate;
  /** Finite; higher is better. Comparable within one publication only. */
  score: number;
  /** Stems of its words, stop words left out; what it has in common with others is told by them. */
  terms: ReadonlySet<string>;
  /** Words of its text, as people count them. */
  words: number;
}
