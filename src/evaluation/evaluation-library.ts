import type { Exchange, Prices } from '../answering/index.ts';
import type { PublicationText } from '../library/index.ts';
import type { AudienceRank } from '../people/index.ts';
import type { Retriever } from '../retrieval/index.ts';

/** A text to be added to a library under measurement. */
export interface EvaluationDocument {
  /** Unique. */
  source: string;
  /** Empty when it has none. */
  title: string;
  text: string;
}

/** What a question may be answered from; everything when nothing is given. */
export interface Scope {
  /** Publications (ids). */
  within?: readonly string[];
  /** Publications (ids). */
  without?: readonly string[];
  /** Who asks; `staff`, who may read all, when left out. */
  audience?: AudienceRank;
  /** Whose earlier questions count; a new one when left out. */
  conversation?: string;
}

export interface AddedDocuments {
  /** Publication id by the document's source. */
  publicationIds: ReadonlyMap<string, string>;
  passages: number;
}

/**
 * A library of its own, empty and temporary, made of the same parts as the one in use, so that what
 * is measured is what people get.
 */
export interface EvaluationLibrary {
  /**
   * Splits, stores and indexes documents; once it resolves, both indexes know all of them. Called at
   * most once.
   */
  add(
    documents: Iterable<EvaluationDocument>,
    progress: (added: number) => void,
  ): Promise<AddedDocuments>;
  /**
   * Ingests the files of a folder, as `concord ingest` does. The keys of `publicationIds` are paths
   * below it.
   *
   * @throws {ConcordError} when a file cannot be ingested.
   */
  ingest(directory: string): Promise<AddedDocuments>;
  readonly retriever: Retriever;
  /** Of models. */
  readonly prices: Prices;
  /** Asks with nothing said before and nothing hidden but by the scope. */
  ask(question: string, scope: Scope): Promise<Exchange>;
  /** As stored; null for an unknown id. */
  publicationText(publicationId: string): Promise<PublicationText | null>;
  /** Removes everything from disk. */
  close(): Promise<void>;
}

/** What runs need of the machine. */
export interface Instruments {
  /** Milliseconds from an arbitrary instant, never going back. */
  milliseconds(): number;
  /** Resident memory of the process in MiB. */
  residentMegabytes(): number;
  /** Told how far a stage has come. */
  progress(stage: string, done: number, total: number): void;
}
