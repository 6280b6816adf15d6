/** How long passages may be, in estimated tokens (see `estimateTokens`). */
export interface PassageSize {
  /** No passage is shorter, unless its whole section is. */
  minimumTokens: number;
  /** No passage is longer, but for a table that is kept whole. */
  maximumTokens: number;
  /** What passages of a long section come out at, roughly. */
  targetTokens: number;
  /** A longer last sentence is not repeated at the beginning of the next passage. */
  overlapTokens: number;
  /** A table up to this size stays in one passage, since rows say little without their header. */
  wholeTableTokens: number;
}

export const defaultPassageSize: PassageSize = {
  minimumTokens: 150,
  maximumTokens: 350,
  targetTokens: 250,
  overlapTokens: 80,
  wholeTableTokens: 600,
};
