import type { ScoredKey } from '../arrays/select-top.ts';

/** A passage as the lexical index takes it in. */
export interface LexicalDocument {
  /** Small non-negative integer; memory grows with the largest one. */
  key: number;
  title: string;
  /** Headings above the passage, joined. */
  headings: string;
  text: string;
}

/** Finds documents by the words they hold. Scores are positive, higher is better. */
export interface LexicalIndex {
  /** Adds documents; one with a known key replaces the earlier one. */
  upsert(documents: readonly LexicalDocument[]): void;
  /** Unknown keys are passed over. */
  remove(keys: readonly number[]): void;
  /** The best documents that share a term with the query and are accepted, best first. */
  search(query: string, limit: number, accepts: (key: number) => boolean): ScoredKey[];
}
