/** A file or folder that could not be ingested. What was stored of it before is untouched. */
export interface IngestFailure {
  /** The file's source, the path of a folder, or `search index`. */
  source: string;
  /** Stable, see `ReadErrorCode` and `MetadataErrorCode`, or `folder-missing` and the like. */
  code: string;
  /** For people: what is wrong and what to do. */
  reason: string;
}

export interface IngestWarning {
  source: string;
  message: string;
}

/** What one ingest did. Lists hold sources, in order. */
export interface IngestReport {
  added: string[];
  changed: string[];
  /** How many files were left alone because nothing about them has changed. */
  unchanged: number;
  /** Publications whose file is gone. */
  retired: string[];
  /** Publications whose file has come back. */
  restored: string[];
  /** Files left for later, since somebody may still be writing them. */
  waiting: string[];
  /** Groups of files with the same content and description; each file is a publication still. */
  duplicates: string[][];
  failed: IngestFailure[];
  warnings: IngestWarning[];
  /** Files of formats that are not read. */
  ignored: string[];
  /** Passages of the publications added and changed. */
  passages: number;
  /** Of those passages, estimated. */
  tokens: number;
  seconds: number;
  /** True when the ingest was stopped before its end; the next one goes on from there. */
  interrupted: boolean;
}

export function emptyReport(): IngestReport {
  return {
    added: [],
    changed: [],
    unchanged: 0,
    retired: [],
    restored: [],
    waiting: [],
    duplicates: [],
    failed: [],
    warnings: [],
    ignored: [],
    passages: 0,
    tokens: 0,
    seconds: 0,
    interrupted: false,
  };
}
