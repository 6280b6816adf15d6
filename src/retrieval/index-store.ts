import type { Passage, Publication, PublicationStatus } from '../library/index.ts';
import type { Audience } from '../people/index.ts';

/** Counters by which an index sees that the database has moved on. */
export interface IndexRevisions {
  /** Tells one database from another; random, given at first use. */
  identity: number;
  /** Goes up with every publication that changes. */
  library: number;
  /** Goes up with every embedder or vector that is saved. */
  embeddings: number;
}

/** What the indexes keep of a publication, to decide who may see it. */
export interface IndexedPublication {
  id: string;
  title: string;
  audience: Audience;
  status: PublicationStatus;
  embargoedUntil: number | null;
  isRetired: boolean;
  /** Library revision at which it last changed. */
  revision: number;
}

export interface IndexablePassage {
  id: number;
  publicationId: string;
  ordinal: number;
  title: string;
  headingPath: string[];
  text: string;
}

export interface StoredEmbedder {
  id: string;
  /** `latent-semantic`, or `remote:` with what distinguishes a service's vectors. */
  kind: string;
  dimensions: number;
  /** Serialised model of a fitted embedder; null for a remote one. */
  model: Uint8Array | null;
  /** How many passages the library had when it was fitted; 0 for a remote one. */
  fittedPassages: number;
  /** The highest passage id it had then; 0 for a remote one. */
  fittedThrough: number;
  /** When it was fitted, or chosen last. */
  createdAt: number;
}

export interface StoredVector {
  passageId: number;
  vector: Float32Array;
}

/** All in UTC ms. */
export interface EmbeddingClaim {
  now: number;
  /** When it ends unless it is claimed again; 0 gives it back. */
  until: number;
  /** `until` of the claim that is held already; null for the first. */
  held: number | null;
}

/** The database as the indexes need it. They are derived from it and hold nothing of their own. */
export interface IndexStore {
  revisions(): Promise<IndexRevisions>;
  /** Publications changed after a revision, ascending by revision. */
  publicationsAfter(revision: number): Promise<IndexedPublication[]>;
  /** All passages of a few publications, ascending by id. */
  passagesOf(publicationIds: readonly string[]): Promise<IndexablePassage[]>;
  /** The texts and publications of passages, in any order; unknown ids are left out. */
  hits(passageIds: readonly number[]): Promise<{ passage: Passage; publication: Publication }[]>;

  /** Passages of live publications with an id above `afterId`. */
  countPassages(afterId: number): Promise<number>;
  /** Ids of live passages, ascending. */
  passageIds(): Promise<number[]>;
  /** Passages by id, ascending; unknown ids are left out. */
  passages(ids: readonly number[]): Promise<IndexablePassage[]>;
  /** Ids of live passages without a vector of this embedder, ascending. */
  passageIdsWithoutVector(embedderId: string): Promise<number[]>;

  /** Embedders of a kind, or of all kinds when null, newest first, without their models. */
  embedders(kind: string | null): Promise<Omit<StoredEmbedder, 'model'>[]>;
  embedderModel(id: string): Promise<Uint8Array | null>;
  /** Of one that is known only `createdAt` changes. */
  saveEmbedder(embedder: StoredEmbedder): Promise<void>;
  /** Removes embedders with their vectors. */
  removeEmbedders(ids: readonly string[]): Promise<void>;
  /** Vectors above a passage id, ascending, at most `limit`. */
  vectorsAfter(embedderId: string, afterPassageId: number, limit: number): Promise<StoredVector[]>;
  /** Vectors of these passages, in any order. */
  vectorsOf(embedderId: string, passageIds: readonly number[]): Promise<StoredVector[]>;
  /** Of every embedder, for passages whose text to embed has changed. */
  removeVectors(passageIds: readonly number[]): Promise<void>;
  /** Saves vectors of passages that still exist; replaces those known. One transaction. */
  saveVectors(embedderId: string, vectors: readonly StoredVector[]): Promise<void>;
  /** How many live passages have a vector of this embedder. */
  countVectors(embedderId: string): Promise<number>;

  /**
   * Claims the right to embed, which one process has at a time.
   *
   * @returns false when another one has it.
   */
  claimEmbedding(claim: EmbeddingClaim): Promise<boolean>;
}
