import type { Audience } from '../people/index.ts';
import type { Passage, PassageDraft, PublicationText } from './passage.ts';
import type { Publication, PublicationKind, PublicationStatus } from './publication.ts';

/** Which publications to list; what is left out does not narrow. */
export interface PublicationFilter {
  kinds?: readonly PublicationKind[];
  statuses?: readonly PublicationStatus[];
  audiences?: readonly Audience[];
  /** `false` (the default) live ones only, `true` retired ones only, `any` both. */
  retired?: boolean | 'any';
}

/** Where a publication was read from. */
export interface PublicationOrigin {
  /** Absolute path of the library folder that the source is relative to. */
  folder: string;
  /** Fingerprint of the settings and reading rules; other rules make the publication stale. */
  readWith: string;
}

/** Who took a publication out of use. */
export type RetiredBy = 'ingest' | 'person';

/** What ingestion needs to know of a stored publication to see whether its file changed. */
export interface SourceState {
  id: string;
  source: string;
  title: string;
  link: string | null;
  contentHash: string;
  addedAt: number;
  retiredAt: number | null;
  retiredBy: RetiredBy | null;
  /** Null when the publication did not come from a file. */
  origin: PublicationOrigin | null;
}

/** A publication with everything that belongs to it. */
export interface PublicationContent {
  publication: Publication;
  text: PublicationText;
  /** In order, `ordinal` from 0 without gaps. */
  passages: readonly PassageDraft[];
  /** Null when it does not come from a file. */
  origin?: PublicationOrigin | null;
  /**
   * The content hash that the stored publication must still have, null when there must be none;
   * when left out, whatever is stored is replaced.
   */
  replaces?: string | null;
}

/** A file that could not be made a publication of, as it was then. */
export interface StoredFailure {
  source: string;
  contentHash: string;
  readWith: string;
  code: string;
  /** For people. */
  reason: string;
}

export interface SaveResult {
  /** Ids of the publications written. */
  saved: string[];
  /** Ids of those left alone, because somebody else has written them meanwhile. */
  overtaken: string[];
}

/** Keeps publications, their texts and their passages. */
export interface LibraryStore {
  get(id: string): Promise<Publication | null>;
  findBySource(source: string): Promise<Publication | null>;
  /** In order of title. */
  list(filter?: PublicationFilter): Promise<Publication[]>;
  /** Those of the ids that exist, in no particular order. */
  publications(ids: readonly string[]): Promise<Publication[]>;
  /** The whole text; null for an unknown id. */
  text(id: string): Promise<PublicationText | null>;
  /** In order. */
  passagesOf(publicationId: string): Promise<Passage[]>;
  /** Those of the ids that exist, in no particular order. */
  passages(ids: readonly number[]): Promise<Passage[]>;
  /** Of every publication, retired ones too. */
  sourceStates(): Promise<SourceState[]>;
  /**
   * Writes publications with texts and passages in one transaction and raises the library
   * revision. Passages of a changed text get new ids, which are never used again; a publication
   * whose passages did not change keeps them.
   */
  save(contents: readonly PublicationContent[]): Promise<SaveResult>;
  /** Takes live publications out of use; they stay readable by id. Returns how many there were. */
  retire(ids: readonly string[], by: RetiredBy, at: number): Promise<number>;
  /** Puts retired publications back into use. Returns how many there were. */
  restore(ids: readonly string[]): Promise<number>;
  /** The library folders at the last ingest of all of them. */
  folders(): Promise<string[]>;
  noteFolders(folders: readonly string[]): Promise<void>;
  /** Files that failed when they were ingested last. */
  failures(): Promise<StoredFailure[]>;
  /** Keeps failures, one a source, and forgets those of other sources. */
  noteFailures(failed: readonly StoredFailure[], forget: readonly string[]): Promise<void>;
  /** Goes up with every change of the library; 0 for an empty one. */
  revision(): Promise<number>;
}
