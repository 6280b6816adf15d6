/** What a follow-up can refer back to. */
export interface EarlierExchange {
  /** Made to stand alone. */
  question: string;
  /** The first claim of its answer; null when there was none. */
  claim: string | null;
}
