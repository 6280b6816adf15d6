/** A file that may become a publication. */
export interface SourceFile {
  /** Absolute. */
  path: string;
  /** Absolute path of the library folder it was found in. */
  folder: string;
  /** Path below that folder, NFC, with `/` separators. */
  relativePath: string;
}

/** What stands in the given folders. */
export interface FoundFiles {
  /** In order of path. */
  files: SourceFile[];
  /** Paths (below their folder) of files whose format is not read. */
  ignored: string[];
  problems: FolderProblem[];
  warnings: { source: string; message: string }[];
  /** The parts of library folders that were looked through. */
  scopes: SearchedScope[];
}

export interface FolderProblem {
  path: string;
  code: 'folder-missing' | 'folder-unreadable';
  reason: string;
}

/** A part of a library folder. */
export interface SearchedScope {
  /** Absolute path of the library folder. */
  folder: string;
  /** Path below it, NFC; empty for all of it. */
  below: string;
  /** Paths below the library folder that could not be looked into. */
  unreadable: string[];
}
