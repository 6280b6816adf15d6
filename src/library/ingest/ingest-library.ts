import type { Clock } from '../../clock.ts';
import { ConcordError } from '../../errors.ts';
import type { LibraryStore, PublicationContent, SourceState } from '../library-store.ts';
import { examineFile, type MetadataDefaults, type ReadDocumentBytes } from './examine-file.ts';
import { findSourceFiles } from './find-source-files.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { emptyReport, type IngestFailure, type IngestReport } from './ingest-report.ts';
import { type NamedFile, nameSources } from './name-sources.ts';
import { createSavingQueue } from './saving-queue.ts';
import { vanishedSources } from './vanished-sources.ts';

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
  signal?: AbortSignal;
  /** Files read at once, from 1. */
  concurrency?: number;
  /** Reads and compares, but writes nothing. */
  dryRun?: boolean;
}

const defaultConcurrency = 4;
/** How long a publication that was read may wait for company in its transaction. */
const saveWithinMs = 500;
/** How often a file is looked at again when another ingest has written it meanwhile. */
const rounds = 3;

/**
 * Brings the library in line with folders: new and changed files are read and stored, publications
 * whose file is gone are retired, those whose file came back are restored, everything else is left
 * alone. A file that fails keeps what was stored of it.
 *
 * Can be stopped or killed at any moment and run again; may run several times at once.
 *
 * @param paths folders, or single files.
 * @throws {ConcordError} `library-not-saved` when the database fails; never for a file.
 */
export async function ingestLibrary(
  paths: readonly string[],
  parts: IngestParts,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const startedAt = parts.clock.now();
  const report = emptyReport();
  const found = await findSourceFiles(paths, parts.folders);
  report.ignored = found.ignored;
  report.warnings.push(...found.warnings);
  for (const { path, code, reason } of found.problems) {
    report.failed.push({ source: path, code, reason });
  }

  const states = await parts.store.sourceStates();
  const named = await nameSources(found.files, states);
  report.failed.push(...named.failed);
  await ingestFiles(named.files, parts, options, report);

  report.interrupted = options.signal?.aborted ?? false;
  if (!report.interrupted) {
    const vanished = vanishedSources(states, named, found.scopes);
    report.retired = vanished.map(({ source }) => source);
    if (options.dryRun !== true) {
      await parts.store.retire(
        vanished.map(({ id }) => id),
        'ingest',
        parts.clock.now(),
      );
      await parts.indexing.catchUp(options.signal);
    }
  }
  sortReport(report);
  report.seconds = (parts.clock.now() - startedAt) / 1000;
  return report;
}

async function ingestFiles(
  files: readonly NamedFile[],
  parts: IngestParts,
  options: IngestOptions,
  report: IngestReport,
): Promise<void> {
  let pending = [...files];
  let done = 0;
  const settle = (source: string): void => {
    done += 1;
    options.onProgress?.({ done, total: files.length, source });
  };
  for (let round = 1; pending.length > 0 && round <= rounds; round += 1) {
    const again = await ingestOnce(pending, parts, options, report, settle);
    if (again.length === 0) return;
    const fresh = new Map((await parts.store.sourceStates()).map((state) => [state.source, state]));
    pending = again.map((file) => ({ ...file, stored: fresh.get(file.source) }));
  }
  for (const { source } of pending) {
    settle(source);
    report.failed.push({
      source,
      code: 'ingested-elsewhere',
      reason: `${source} is being ingested by another process at the same time. Run the ingest again when it has finished.`,
    });
  }
}

/** Returns the files that another ingest has written meanwhile. */
async function ingestOnce(
  files: readonly NamedFile[],
  parts: IngestParts,
  options: IngestOptions,
  report: IngestReport,
  settle: (source: string) => void,
): Promise<NamedFile[]> {
  const { store, clock, defaults } = parts;
  const read = new Map<string, NamedFile>();
  const again: NamedFile[] = [];
  const back: SourceState[] = [];
  const onSaved = (saved: PublicationContent[], overtaken: PublicationContent[]): void => {
    for (const content of saved) {
      const { source } = content.publication;
      const isNew = read.get(source)?.stored === undefined;
      (isNew ? report.added : report.changed).push(source);
      report.passages += content.passages.length;
      settle(source);
    }
    for (const { publication } of overtaken) {
      const file = read.get(publication.source);
      if (file !== undefined) again.push(file);
    }
  };
  const queue = createSavingQueue(store, {
    waitMs: saveWithinMs,
    now: () => clock.now(),
    onSaved,
  });

  const ingestOne = async (file: NamedFile): Promise<void> => {
    try {
      const examined = await examineFile(file, parts.readDocument, defaults, clock.now());
      if (examined.kind === 'read') {
        for (const message of examined.warnings) {
          report.warnings.push({ source: file.source, message });
        }
        read.set(file.source, file);
        if (options.dryRun === true) onSaved([examined.content], []);
        else await queue.add(examined.content);
        return;
      }
      report.unchanged += 1;
      if (file.stored?.retiredBy === 'ingest') back.push(file.stored);
    } catch (error) {
      if (error instanceof ConcordError && error.code === 'library-not-saved') throw error;
      report.failed.push(failureOf(file.source, error));
    }
    settle(file.source);
  };
  await forEachConcurrently(
    files,
    options.concurrency ?? defaultConcurrency,
    ingestOne,
    options.signal,
  );
  await queue.flush();
  if (back.length > 0 && options.dryRun !== true) {
    await store.restore(back.map(({ id }) => id));
  }
  report.restored.push(...back.map(({ source }) => source));
  return again;
}

function failureOf(source: string, error: unknown): IngestFailure {
  if (error instanceof ConcordError) {
    return { source, code: error.code, reason: error.forPeople };
  }
  const code = (error as NodeJS.ErrnoException).code;
  return {
    source,
    code: code === 'ENOENT' ? 'file-not-found' : 'file-unreadable',
    reason: `${source} could not be read: ${error instanceof Error ? error.message : String(error)}. Check that it is a file and that Concord may read it.`,
  };
}

function sortReport(report: IngestReport): void {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  for (const list of [report.added, report.changed, report.retired, report.restored]) {
    list.sort(compare);
  }
  report.failed.sort((a, b) => compare(a.source, b.source));
  report.warnings.sort((a, b) => compare(a.source, b.source));
}
