import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/**
 * Places texts in a vector space in which nearness means likeness of subject. Any LangChain
 * `Embeddings` with two more facts serves.
 */
export interface Embedder extends EmbeddingsInterface {
  /** Changes whenever new vectors can no longer be compared with earlier ones. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
}
