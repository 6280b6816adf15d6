export const feedbackVerdicts = ['helpful', 'not-helpful'] as const;
export type FeedbackVerdict = (typeof feedbackVerdicts)[number];

export const feedbackReasons = [
  'wrong',
  'wrong-source',
  'out-of-date',
  'incomplete',
  'unclear',
  'other',
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** What one person thought of one answer. */
export interface Feedback {
  exchangeId: string;
  /** Slack id. */
  person: string;
  verdict: FeedbackVerdict;
  reason: FeedbackReason | null;
  /** Number of the source it is about; null when it is about the answer as a whole. */
  citation: number | null;
  /** In the person's words, identifiers of people redacted. */
  note: string | null;
  /** UTC ms. */
  givenAt: number;
}

/** Keeps one row per person and exchange. */
export interface FeedbackStore {
  /**
   * Keeps what a person thinks, in place of what they thought before. Returns false when the
   * exchange is no longer known.
   */
  save(feedback: Feedback): Promise<boolean>;
  find(exchangeId: string, person: string): Promise<Feedback | null>;
  /** Given at or after the instant (UTC ms), oldest first. */
  since(instant: number): Promise<Feedback[]>;
}
