import type { Passage, Publication } from '../library/index.ts';
import type { Audience } from '../people/index.ts';

export type Pipeline = 'lexical' | 'semantic' | 'hybrid';

export interface RetrievalRequest {
  /** A standalone question or keywords, in the asker's words. */
  query: string;
  /** Only publications with one of these audiences are considered. */
  audiences: readonly Audience[];
  /** Most passages to return, from 1; 12 when left out. */
  limit?: number;
  /** Most passages of one publication; 3 when left out. */
  perPublication?: number;
  /**
   * What ranks the passages; `hybrid` when left out. The others do not look at the other index, so
   * its scores are null and what the signals say of it is 0.
   */
  pipeline?: Pipeline;
  /** Only these publications (ids), when given. */
  within?: readonly string[];
  /** Never these publications (ids), when given. */
  without?: readonly string[];
  signal?: AbortSignal;
}

export interface RetrievedPassage {
  passage: Passage;
  publication: Publication;
  /** Combined score in 0..1 relative to this query; higher is better. */
  score: number;
  /** Raw lexical score (BM25 family); null when no term is shared or words were not looked at. */
  lexicalScore: number | null;
  /** Cosine similarity in -1..1, null when the passage has no vector or was not reached. */
  semanticSimilarity: number | null;
}

/** What the indexes say about how well a query is served, for the decision to abstain. */
export interface RetrievalSignals {
  /** Passages searched that this request may see. */
  searched: number;
  /** Top raw lexical score divided by the score a passage holding every query term would reach. */
  lexicalCompleteness: number;
  /** Top raw lexical score less the mean of ranks 2 to 20, in the unit of `lexicalCompleteness`. */
  lexicalLead: number;
  /**
   * How much more the first ten passages are like each other than the next forty are: mean cosine
   * similarity of passages of different publications. 0 without a semantic index, and where there
   * are too few passages to compare.
   */
  cohesionLead: number;
}

export interface RetrievalResult {
  /** Best first. */
  passages: RetrievedPassage[];
  signals: RetrievalSignals;
}

/** Finds the passages that may answer a question. */
export interface Retriever {
  retrieve(request: RetrievalRequest): Promise<RetrievalResult>;
}
