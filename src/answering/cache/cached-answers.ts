import type { Answer } from '../answer.ts';

/** An answer that may be given again, without anything of whoever asked for it. */
export interface CachedAnswer {
  /** Id of the exchange it is of. */
  exchangeId: string;
  answer: Answer;
  confidence: number;
}

/** The answers of stored exchanges, by what they are an answer to: none is kept apart from its exchange. */
export interface CachedAnswers {
  /**
   * The latest answer that was kept under a key; null when there is none, and when somebody found one
   * of them not helpful.
   */
  find(key: string): Promise<CachedAnswer | null>;
}
