import { ConcordError } from '../../errors.ts';
import { findReplacement } from '../find-replacement.ts';
import type { LibraryStore } from '../library-store.ts';
import { findSourceFiles } from './find-source-files.ts';
import { ingestFiles } from './ingest-files.ts';
import type { IngestOptions, IngestParts, PassageIndexing } from './ingest-parts.ts';
import { emptyReport, type IngestReport, type IngestWarning } from './ingest-report.ts';
import { nameSources } from './name-sources.ts';
import { abandonedSources, vanishedSources } from './vanished-sources.ts';

/**
 * Brings the library in line with folders: new and changed files are read and stored, publications
 * whose file is gone are retired, and so are, when all library folders are ingested, those of a folder
 * that has left their number; those whose file came back are restored, everything else is left
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
  const { store, clock } = parts;
  const startedAt = clock.now();
  const report = emptyReport();
  const found = await findSourceFiles(paths, parts.folders);
  report.ignored = found.ignored;
  report.warnings.push(...found.warnings);
  for (const { path, code, reason } of found.problems) {
    report.failed.push({ source: path, code, reason });
  }

  const states = await store.sourceStates();
  const failures = await store.failures();
  const named = await nameSources(found.files, states, failures);
  report.failed.push(...named.failed);
  await ingestFiles(named.files, parts, options, report);

  report.interrupted = options.signal?.aborted ?? false;
  if (!report.interrupted) {
    const vanished = vanishedSources(states, named, found.scopes);
    const isWhole =
      found.problems.length === 0 && parts.folders.every((folder) => paths.includes(folder));
    if (isWhole) {
      vanished.push(...abandonedSources(states, named, await store.folders(), parts.folders));
    }
    report.retired = vanished.map(({ source }) => source);
    if (options.dryRun !== true) {
      const ids = vanished.map(({ id }) => id);
      await store.retire(ids, 'ingest', clock.now());
      if (isWhole) await store.noteFolders(parts.folders);
      await makeSearchable(parts.indexing, options, report);
    }
    report.warnings.push(...(await missingReplacements(store)));
  }
  sortReport(report);
  report.seconds = (clock.now() - startedAt) / 1000;
  return report;
}

/** What was stored stays stored when the index cannot be brought up to date; the next time it is. */
async function makeSearchable(
  indexing: PassageIndexing,
  { signal }: IngestOptions,
  report: IngestReport,
): Promise<void> {
  try {
    await indexing.catchUp(signal);
  } catch (error) {
    if (signal?.aborted) {
      report.interrupted = true;
      return;
    }
    if (!(error instanceof ConcordError)) throw error;
    const { code, forPeople } = error;
    const reason = `${forPeople} The publications are stored; a running assistant, or the next ingest, makes up for it.`;
    report.failed.push({ source: 'search index', code, reason });
  }
}

async function missingReplacements(store: LibraryStore): Promise<IngestWarning[]> {
  const superseded = await store.list({ statuses: ['superseded'] });
  if (superseded.length === 0) return [];
  const candidates = (await store.sourceStates()).filter(({ retiredAt }) => retiredAt === null);
  return superseded.flatMap(({ source, supersededBy }) =>
    supersededBy === null || findReplacement(supersededBy, candidates) !== undefined
      ? []
      : [{ source, message: `superseded by “${supersededBy}”, which the library does not hold` }],
  );
}

function sortReport(report: IngestReport): void {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  for (const list of [
    report.added,
    report.changed,
    report.retired,
    report.restored,
    report.waiting,
  ]) {
    list.sort(compare);
  }
  report.failed.sort((a, b) => compare(a.source, b.source));
  report.warnings.sort((a, b) => compare(a.source, b.source));
}
