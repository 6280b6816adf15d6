import type { RetrievedPassage } from './retriever.ts';

/** Judges how well passages answer a question: better than a search can, and at a higher price. */
export interface Reranker {
  /** Most passages that it is given at once; at least 2. */
  readonly mostPassages: number;
  /**
   * Places (from 0) of passages, best first. They are not trusted: what is no place is passed over,
   * and passages that are not named follow those that are, in the order given.
   *
   * @param passages At least two.
   * @throws when it has no opinion; the passages then stay as they are.
   */
  rerank(
    query: string,
    passages: readonly RetrievedPassage[],
    signal: AbortSignal | undefined,
  ): Promise<readonly number[]>;
}
