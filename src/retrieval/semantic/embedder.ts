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

/** What came back for some of the texts that a remote embedder was given. */
export interface EmbeddedBatch {
  /** The texts' places among those given, in the order of `vectors`. */
  places: number[];
  /** Of unit length. */
  vectors: Float32Array[];
  /** Places of texts that the service takes in no form. */
  refused: number[];
  /** As the service counts them; null when it does not. */
  tokens: number | null;
}

/** An embedder that a service runs: it takes time, may cost money, and may be away. */
export interface RemoteEmbedder extends Embedder {
  /** What the service calls its model. */
  readonly model: string;
  /** Micro-units of a US dollar for a million tokens; null when it is not known. */
  readonly price: number | null;
  /**
   * Embeds many texts, several requests at a time. Each batch is yielded once it is there, in any
   * order, so that it can be kept whatever becomes of the others.
   *
   * @throws {ConcordError} `embedding-failed`, its details holding `retryAfterMs` (null when the
   *   service does not say), or `embedding-invalid`; after what else was under way was yielded.
   */
  embedMany(
    texts: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<EmbeddedBatch, void, undefined>;
}
