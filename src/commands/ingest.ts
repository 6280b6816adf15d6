import type { Config } from '../config.ts';
import {
  type IngestFailure,
  type IngestOptions,
  type IngestReport,
  watchLibrary,
} from '../library/index.ts';
import type { EmbeddingPlan, EmbeddingUsage, EmbedMissingOptions } from '../retrieval/index.ts';
import { type CommandContext, CommandFailure, type RegisterCommand } from './command.ts';
import { describeEmbeddingPlan, describeEmbeddingUsage } from './describe-embedding.ts';
import { describeIngest } from './describe-ingest.ts';
import { createProgressBar } from './progress-bar.ts';

/** An open library that can be ingested into. */
export interface IngestCommandLibrary {
  ingest(
    paths: readonly string[],
    options: IngestOptions,
    embedding: EmbeddingEvents,
  ): Promise<IngestReport>;
  /** What a service would be given to embed; null for nothing, and without a service. */
  planEmbedding(added: Pick<IngestReport, 'passages' | 'tokens'>): Promise<EmbeddingPlan | null>;
  close(): Promise<void>;
}

type EmbeddingEvents = Omit<EmbedMissingOptions, 'signal'>;

export interface IngestCommandParts {
  open(config: Config): Promise<IngestCommandLibrary>;
  /** Starts to listen for the person's wish to stop. */
  untilInterrupted(): Interruption;
}

export interface Interruption {
  promise: Promise<unknown>;
  signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

interface Options {
  watch?: true;
  json?: true;
  dryRun?: true;
  retryFailed?: true;
}

/** Adds `ingest`. */
export function registerIngest(parts: IngestCommandParts): RegisterCommand {
  return (context) => {
    context.program
      .command('ingest')
      .description('read new and changed files of the library folders and make them searchable')
      .argument('[directories...]', 'folders or single files; by default those of LIBRARY_DIRS')
      .option('--watch', 'stay and ingest whatever changes, until stopped')
      .option('--dry-run', 'say what would be done, and do nothing')
      .option('--retry-failed', 'read files again that failed before and have not changed')
      .option('--json', 'print one JSON document')
      .addHelpText(
        'after',
        '\nWith a service for embeddings, what it will cost is said before it begins, with --dry-run\nwithout beginning, and what it did cost in the end.\n\nPassed over: names beginning with a dot, README and LICENSE files, sidecars (NAME.meta.yaml,\nwhich describe the file beside them), links out of the folder, formats that are not read.\n\nExit status: 0 when every file is in the library, 1 when a file failed or the ingest was\nstopped (what was read is kept and usable), 2 when called wrongly.',
      )
      .action((directories: string[], options: Options) =>
        run(context, parts, directories, options),
      );
  };
}

async function run(
  context: CommandContext,
  parts: IngestCommandParts,
  directories: readonly string[],
  options: Options,
): Promise<void> {
  if (options.watch && options.dryRun) {
    throw new CommandFailure('--watch and --dry-run exclude each other.', 2);
  }
  if (options.watch && options.json) {
    throw new CommandFailure(
      '--watch and --json exclude each other: a watch has no one result.',
      2,
    );
  }
  const config = context.config();
  const paths = directories.length > 0 ? directories : config.library.directories;
  const interrupted = parts.untilInterrupted();
  const library = await parts.open(config);
  try {
    const { report, embedding } = await ingestOnce(context, library, paths, options, {
      signal: interrupted.signal,
    });
    if (options.json) context.printJson({ ...report, embedding });
    else {
      context.print(describeIngest(report, { isDryRun: options.dryRun ?? false }));
      if (embedding.planned !== null && options.dryRun) {
        context.print(describeEmbeddingPlan(embedding.planned, { isDryRun: true }));
      }
      if (embedding.used !== null) context.print(describeEmbeddingUsage(embedding.used));
    }
    if (options.watch && !interrupted.signal.aborted) {
      await watchUntilStopped(context, library, paths, interrupted.promise);
      return;
    }
    const failure = failureOf(report);
    if (failure !== undefined) throw new CommandFailure(failure);
  } finally {
    interrupted.release();
    await library.close();
  }
}

interface Ingested {
  report: IngestReport;
  /** What a service was to embed, and what it did; null for nothing. */
  embedding: { planned: EmbeddingPlan | null; used: EmbeddingUsage | null };
}

async function ingestOnce(
  context: CommandContext,
  library: IngestCommandLibrary,
  paths: readonly string[],
  options: Options,
  { signal }: { signal: AbortSignal },
): Promise<Ingested> {
  const dryRun = options.dryRun ?? false;
  const reading = createProgressBar('Reading');
  const embeddingBar = createProgressBar('Embedding');
  const embedding: Ingested['embedding'] = { planned: null, used: null };
  try {
    const report = await library.ingest(
      paths,
      {
        signal,
        dryRun,
        retryFailed: options.retryFailed ?? false,
        onProgress: ({ done, total }) => reading.update(done, total),
      },
      {
        ...embeddingNotes(context, (text) => {
          reading.stop();
          if (options.json) context.note(text);
          else context.print(text);
        }),
        onProgress: ({ stage, done, total }) => {
          reading.stop();
          if (stage === 'embed') embeddingBar.update(done, total);
        },
        onUsage: (usage) => {
          embedding.used = usage;
        },
      },
    );
    if (dryRun) embedding.planned = await library.planEmbedding(report);
    return { report, embedding };
  } finally {
    reading.stop();
    embeddingBar.stop();
  }
}

/** What is said before a service embeds. */
function embeddingNotes(context: CommandContext, say: (text: string) => void): EmbeddingEvents {
  return {
    onPlan: (plan) => say(describeEmbeddingPlan(plan, { isDryRun: false })),
    onWait: () => context.note('Another process is embedding the library; waiting for it.'),
  };
}

async function watchUntilStopped(
  context: CommandContext,
  library: IngestCommandLibrary,
  paths: readonly string[],
  stopped: Promise<unknown>,
): Promise<void> {
  const watching = watchLibrary(paths, {
    ingest: (options) =>
      library.ingest(paths, options, {
        ...embeddingNotes(context, context.print),
        onUsage: (usage) => context.print(describeEmbeddingUsage(usage)),
      }),
    onReport: (report) => {
      if (isWorthTelling(report)) context.print(describeIngest(report, { isDryRun: false }));
    },
    onError: (error) => {
      context.note(error instanceof Error ? forPeople(error) : String(error));
    },
  });
  await watching.ready;
  context.note('Watching for changes. Stop with Ctrl+C.');
  await stopped;
  await watching.close();
}

function isWorthTelling(report: IngestReport): boolean {
  const { added, changed, retired, restored } = report;
  const isSearchable = report.failed.every((failure) => !isOfIndex(failure));
  return !isSearchable || [added, changed, retired, restored].some(({ length }) => length > 0);
}

function forPeople(error: Error): string {
  return 'forPeople' in error ? String(error.forPeople) : error.message;
}

function failureOf({ failed, interrupted }: IngestReport): string | undefined {
  if (interrupted) return 'Stopped before the end; run it again to go on from here.';
  if (failed.length === 0) return undefined;
  if (failed.every(isOfIndex)) {
    return 'Every file is in the library, but not all of it could be embedded; it is found by its words.';
  }
  return `${failed.length === 1 ? 'One file' : `${failed.length} files`} could not be ingested.`;
}

/** What failed was not a file, but making the library searchable. */
function isOfIndex({ source }: IngestFailure): boolean {
  return source === 'search index';
}
