/** What became of one question, ms after it was sent; null for what did not happen. */
export interface QuestionTimes {
  acknowledged: number | null;
  firstSign: number | null;
  firstWords: number | null;
  finished: number | null;
  /** How many replies it got. */
  replies: number;
}

/** A workspace full of people who ask a running assistant. */
export interface SlackLoad {
  /** One person asks one question and waits for the answer. */
  askOne(text: string): Promise<QuestionTimes>;
  /** Many people ask at once. Resolves when all is answered, or `mostMs` have passed. */
  askMany(texts: readonly string[], mostMs: number): Promise<QuestionTimes[]>;
  /**
   * People ask one by one, `intervalMs` apart, while at least `inFlight` others, whose times are
   * left out, wait for their answers.
   */
  askSteadily(
    texts: readonly string[],
    options: { inFlight: number; intervalMs: number; mostMs: number },
  ): Promise<QuestionTimes[]>;
  close(): Promise<void>;
}

/** Starts a workspace with a connected assistant. */
export type OpenSlackLoad = (options: { rateLimits: boolean }) => Promise<SlackLoad>;
