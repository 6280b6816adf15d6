import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceState, StoredFailure } from '../library-store.ts';
import type { IngestFailure } from './ingest-report.ts';
import type { SourceFile } from './source-file.ts';

/** A file with the source it is known by. */
export interface NamedFile extends SourceFile {
  source: string;
  /** What is stored under that source; undefined for a new file. */
  stored: SourceState | undefined;
  /** How it failed when it was ingested last. */
  failure: StoredFailure | undefined;
}

export interface NamedFiles {
  files: NamedFile[];
  failed: IngestFailure[];
  /** Library folders that have moved: where stored publications came from, and where they are now. */
  moved: Map<string, string>;
}

/**
 * Gives each file its source: the path below its library folder, or, where another library folder
 * holds a file of that path, `FOLDER:PATH`. A file keeps the source it has been given before.
 */
export async function nameSources(
  files: readonly SourceFile[],
  states: readonly SourceState[],
  failures: readonly StoredFailure[],
): Promise<NamedFiles> {
  const stored = new Map(states.map((state) => [state.source, state]));
  const failed = new Map(failures.map((failure) => [failure.source, failure]));
  const taken = new Set<string>();
  const named: NamedFiles = { files: [], failed: [], moved: new Map() };

  for (const file of files) {
    const free = sourcesFor(file).filter((source) => !taken.has(source));
    const own = free.find((source) => stored.get(source)?.origin?.folder === file.folder);
    const source = own ?? (await firstUsable(free, stored, named.moved, file.folder));
    if (source === undefined) {
      named.failed.push({
        source: file.relativePath,
        code: 'source-taken',
        reason: `${file.path} has the same path and folder name as a file of another library folder. Rename one of the folders.`,
      });
      continue;
    }
    taken.add(source);
    named.files.push({ ...file, source, stored: stored.get(source), failure: failed.get(source) });
  }
  return named;
}

/** The path below the library folder that a stored source stands for. */
export function relativePathOf(source: string, folder: string): string {
  const prefix = `${basename(folder)}:`;
  return source.startsWith(prefix) ? source.slice(prefix.length) : source;
}

function sourcesFor(file: SourceFile): string[] {
  const folderName = basename(file.folder).normalize('NFC');
  return [file.relativePath, `${folderName}:${file.relativePath}`];
}

async function firstUsable(
  sources: readonly string[],
  stored: ReadonlyMap<string, SourceState>,
  moved: Map<string, string>,
  folder: string,
): Promise<string | undefined> {
  for (const source of sources) {
    const state = stored.get(source);
    if (state === undefined) return source;
    if (state.origin === null) continue;
    if (await exists(join(state.origin.folder, relativePathOf(source, state.origin.folder)))) {
      continue;
    }
    if (!(await exists(state.origin.folder))) moved.set(state.origin.folder, folder);
    return source;
  }
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
