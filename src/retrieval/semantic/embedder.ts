import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/**
 * Places texts in a vector space in which nearness means likeness of subject. Any LangChain
 * `Embeddings` with a few more facts serves.
 */
export interface Embedder extends EmbeddingsInterface {
  /** Changes whenever new vectors can no longer be compared with earlier ones. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /**
   * How much of a query the space can express, 0 to 1. A space fitted on texts knows only their
   * words; one that understands any text says 1. Searches rely on similarity accordingly.
   */
  coverage(query: string): number;
}
