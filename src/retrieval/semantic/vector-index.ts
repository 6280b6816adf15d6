import type { ScoredKey } from '../arrays/select-top.ts';
import type { Spread } from '../arrays/spread.ts';

/** A passage's place in the vector space. */
export interface KeyedVector {
  /** Small non-negative integer; memory grows with the largest one. */
  key: number;
  /** Unit length, or all zeros for a text without any known term. */
  vector: Float32Array;
}

/** Finds what lies near a vector. Scores are cosine similarities, -1 to 1, higher is better. */
export interface VectorIndex {
  /** Adds vectors; one with a known key replaces the earlier one. */
  upsert(vectors: readonly KeyedVector[]): void;
  /** Unknown keys are passed over. */
  remove(keys: readonly number[]): void;
  has(key: number): boolean;
  /** The vector under a key, a view that is valid until the next change; null when there is none. */
  vector(key: number): Float32Array | null;
  /** Mean and standard deviation of the similarity to all vectors, from an evenly spread sample. */
  spread(vector: Float32Array): Spread;
  /** The nearest that are accepted, nearest first. */
  search(vector: Float32Array, limit: number, accepts: (key: number) => boolean): ScoredKey[];
}
