import type { Config } from '../config.ts';
import { type IngestOptions, type IngestReport, watchLibrary } from '../library/index.ts';
import { type CommandContext, CommandFailure, type RegisterCommand } from './command.ts';
import { describeIngest } from './describe-ingest.ts';
import { createProgressBar } from './progress-bar.ts';

/** An open library that can be ingested into. */
export interface IngestCommandLibrary {
  ingest(paths: readonly string[], options: IngestOptions): Promise<IngestReport>;
  close(): Promise<void>;
}

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
        '\nPassed over: names beginning with a dot, README and LICENSE files, sidecars (NAME.meta.yaml,\nwhich describe the file beside them), links out of the folder, formats that are not read.\n\nExit status: 0 when every file is in the library, 1 when a file failed or the ingest was\nstopped (what was read is kept and usable), 2 when called wrongly.',
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
    const report = await ingestOnce(library, paths, options, interrupted.signal);
    if (options.json) context.printJson(report);
    else context.print(describeIngest(report, { isDryRun: options.dryRun ?? false }));
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

async function ingestOnce(
  library: IngestCommandLibrary,
  paths: readonly string[],
  options: Options,
  signal: AbortSignal,
): Promise<IngestReport> {
  const bar = createProgressBar('Reading');
  try {
    return await library.ingest(paths, {
      signal,
      dryRun: options.dryRun ?? false,
      retryFailed: options.retryFailed ?? false,
      onProgress: ({ done, total }) => bar.update(done, total),
    });
  } finally {
    bar.stop();
  }
}

async function watchUntilStopped(
  context: CommandContext,
  library: IngestCommandLibrary,
  paths: readonly string[],
  stopped: Promise<unknown>,
): Promise<void> {
  const watching = watchLibrary(paths, {
    ingest: (options) => library.ingest(paths, options),
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
  return [added, changed, retired, restored].some((sources) => sources.length > 0);
}

function forPeople(error: Error): string {
  return 'forPeople' in error ? String(error.forPeople) : error.message;
}

function failureOf({ failed, interrupted }: IngestReport): string | undefined {
  if (interrupted) return 'Stopped before the end; run it again to go on from here.';
  if (failed.length === 0) return undefined;
  return `${failed.length === 1 ? 'One file' : `${failed.length} files`} could not be ingested.`;
}
