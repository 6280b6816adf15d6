import type { Clock } from '../../clock.ts';
import type { LibraryStore } from '../library-store.ts';
import type { MetadataDefaults, ReadDocumentBytes } from './examine-file.ts';

/** Brings search up to date with the library. */
export interface PassageIndexing {
  /**
   * Indexes what was saved since it was called last, by the library's revision; returns at once
   * when there is nothing new.
   */
  catchUp(signal?: AbortSignal): Promise<void>;
}

/** What ingestion works with. */
export interface IngestParts {
  store: LibraryStore;
  readDocument: ReadDocumentBytes;
  indexing: PassageIndexing;
  clock: Clock;
  defaults: MetadataDefaults;
  /** Library folders; a file's source is its path below one of them. */
  folders: readonly string[];
}

export interface IngestProgress {
  /** Files dealt with. */
  done: number;
  total: number;
  /** The file just dealt with. */
  source: string;
}

export interface IngestOptions {
  onProgress?: (progress: IngestProgress) => void;
  /** Stops the ingest; what was read by then is kept. */
  signal?: AbortSignal;
  /** Files read at once, from 1; 4 when left out. */
  concurrency?: number;
  /** Reads and compares, but writes nothing. */
  dryRun?: boolean;
  /** Reads files again that have failed before, though they have not changed. */
  retryFailed?: boolean;
  /** Leaves files for later that were written to more recently than this, in ms; 0 when left out. */
  settledForMs?: number;
}
