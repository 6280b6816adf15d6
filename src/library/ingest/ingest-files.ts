import type { PublicationContent, SourceState, StoredFailure } from '../library-store.ts';
import { estimateTokens } from '../split/estimate-tokens.ts';
import { type Examined, examineFile, fingerprintOf } from './examine-file.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import type { IngestOptions, IngestParts } from './ingest-parts.ts';
import type { IngestReport } from './ingest-report.ts';
import type { NamedFile } from './name-sources.ts';
import { createSavingQueue } from './saving-queue.ts';

const defaultConcurrency = 4;
/** How long a publication that was read may wait for company in its transaction. */
const saveWithinMs = 500;
/** How often a file is looked at again when another ingest has written it meanwhile. */
const rounds = 3;

/** The work of one ingest on its files; fills the report. */
interface FileWork {
  parts: IngestParts;
  options: IngestOptions;
  report: IngestReport;
  /** Files with the same content hash. */
  alike: Map<string, string[]>;
  failures: StoredFailure[];
  /** Sources whose failure is over. */
  mended: string[];
  settle: (source: string) => void;
}

/** Examines files and stores what is new of them, counting everything in the report. */
export async function ingestFiles(
  files: readonly NamedFile[],
  parts: IngestParts,
  options: IngestOptions,
  report: IngestReport,
): Promise<void> {
  let done = 0;
  const work: FileWork = {
    parts,
    options,
    report,
    alike: new Map(),
    failures: [],
    mended: [],
    settle: (source) => {
      done += 1;
      options.onProgress?.({ done, total: files.length, source });
    },
  };
  let pending = files;
  for (let round = 1; pending.length > 0 && round <= rounds; round += 1) {
    const overtaken = await ingestOnce(pending, work);
    if (overtaken.length === 0) {
      pending = [];
      break;
    }
    const fresh = new Map((await parts.store.sourceStates()).map((state) => [state.source, state]));
    pending = overtaken.map((file) => ({ ...file, stored: fresh.get(file.source) }));
  }
  for (const { source } of pending) {
    const reason = `${source} is being ingested by another process at the same time. Run the ingest again when that has finished.`;
    report.failed.push({ source, code: 'ingested-elsewhere', reason });
    work.settle(source);
  }
  report.duplicates = [...work.alike.values()]
    .filter((sources) => sources.length > 1)
    .map((sources) => sources.sort())
    .sort();
  if (options.dryRun !== true) await parts.store.noteFailures(work.failures, work.mended);
}

/** Returns the files that another ingest has written meanwhile. */
async function ingestOnce(files: readonly NamedFile[], work: FileWork): Promise<NamedFile[]> {
  const { parts, options, report, settle } = work;
  const read = new Map<string, NamedFile>();
  const overtakenFiles: NamedFile[] = [];
  const back: SourceState[] = [];
  const onSaved = (saved: PublicationContent[], overtaken: PublicationContent[]): void => {
    for (const { publication, passages } of saved) {
      const isNew = read.get(publication.source)?.stored === undefined;
      (isNew ? report.added : report.changed).push(publication.source);
      report.passages += passages.length;
      for (const { text } of passages) report.tokens += estimateTokens(text);
      noteAlike(work, publication.contentHash, publication.source);
      settle(publication.source);
    }
    for (const { publication } of overtaken) {
      const file = read.get(publication.source);
      if (file !== undefined) overtakenFiles.push(file);
    }
  };
  const queue = createSavingQueue(parts.store, {
    waitMs: saveWithinMs,
    now: () => parts.clock.now(),
    onSaved,
  });

  const ingestOne = async (file: NamedFile): Promise<void> => {
    const examined = await examineFile(file, {
      readDocument: parts.readDocument,
      defaults: parts.defaults,
      now: parts.clock.now(),
      retryFailed: options.retryFailed ?? false,
      settledForMs: options.settledForMs ?? 0,
    });
    if (options.signal?.aborted && isOfStopping(examined)) return;
    if (examined.kind === 'unsettled') {
      report.waiting.push(file.source);
      settle(file.source);
      return;
    }
    if (examined.kind === 'failed') {
      noteFailure(work, file, examined);
      settle(file.source);
      return;
    }
    if (file.failure !== undefined) work.mended.push(file.source);
    if (examined.kind === 'unchanged') {
      report.unchanged += 1;
      noteAlike(work, examined.contentHash, file.source);
      if (file.stored?.retiredBy === 'ingest') back.push(file.stored);
      settle(file.source);
      return;
    }
    for (const message of examined.warnings) report.warnings.push({ source: file.source, message });
    read.set(file.source, file);
    if (options.dryRun === true) onSaved([examined.content], []);
    else await queue.add(examined.content);
  };
  const concurrency = options.concurrency ?? defaultConcurrency;
  await forEachConcurrently(files, concurrency, ingestOne, options.signal);
  await queue.flush();
  if (options.dryRun !== true) await parts.store.restore(back.map(({ id }) => id));
  report.restored.push(...back.map(({ source }) => source));
  return overtakenFiles;
}

/** Closing the readers when somebody stops the program is not the file's fault. */
function isOfStopping(examined: Examined): boolean {
  return examined.kind === 'failed' && examined.code === 'readers-closed';
}

function noteFailure(
  { parts, report, failures, mended }: FileWork,
  { source, failure }: NamedFile,
  { code, reason, contentHash }: Extract<Examined, { kind: 'failed' }>,
): void {
  report.failed.push({ source, code, reason });
  if (contentHash !== null) {
    const isKnown = failure?.contentHash === contentHash && failure.reason === reason;
    const readWith = fingerprintOf(parts.defaults);
    if (!isKnown || failure.readWith !== readWith) {
      failures.push({ source, contentHash, readWith, code, reason });
    }
  } else if (failure !== undefined) {
    mended.push(source);
  }
}

function noteAlike({ alike }: FileWork, contentHash: string, source: string): void {
  const sources = alike.get(contentHash);
  if (sources === undefined) alike.set(contentHash, [source]);
  else sources.push(source);
}
