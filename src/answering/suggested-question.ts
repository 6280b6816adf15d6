import type { Audience } from '../people/index.ts';

/** A question that the library answers, offered to somebody who does not know what to ask. */
export interface SuggestedQuestion {
  /** At most 40 characters, for a button. */
  title: string;
  question: string;
}

/**
 * Questions that the library answers for somebody with these audiences, from as many different
 * publications as there are, at most `limit`; none for an empty library. The same until the
 * library changes.
 */
export type SuggestQuestions = (
  audiences: readonly Audience[],
  limit: number,
) => Promise<SuggestedQuestion[]>;
