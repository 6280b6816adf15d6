import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { Config } from '../config.ts';
import type { LibraryStore, Publication } from '../library/index.ts';
import type { Audience } from '../people/index.ts';
import {
  type KeptReport,
  type ReportRequest,
  reportDocx,
  reportMarkdown,
  type Summaries,
} from '../summaries/index.ts';
import { type AudienceOptions, addAudienceOptions, readAudiences } from './audience-options.ts';
import { type CommandContext, CommandFailure } from './command.ts';
import { describeReport } from './describe-report.ts';
import { showReportProgress } from './show-report-progress.ts';
import type { untilInterrupted } from './until-interrupted.ts';

/** An open library, and what writes reports on its publications. */
export interface ReportSession {
  summaries: Summaries;
  store: LibraryStore;
  /** What somebody with these audiences may read now. */
  readable(audiences: readonly Audience[]): Promise<Publication[]>;
  close(): Promise<void>;
}

export interface ReportCommandParts {
  /** @param searches Whether the report needs the search indexes, which take a while to load. */
  open(config: Config, searches: boolean): Promise<ReportSession>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  untilInterrupted: typeof untilInterrupted;
  /** Columns of the terminal. */
  width(): number;
}

export interface ReportOptions extends AudienceOptions {
  composer?: 'extractive' | 'model';
  output?: string;
  quotes?: true;
  json?: true;
}

/** Adds what all commands have that write a report: as whom, where to, how. */
export function addReportOptions(command: Command): Command {
  return addAudienceOptions(command)
    .option('--output <file>', 'write it to this file, .md or .docx, with every quote')
    .option('--quotes', 'also print every quote with its place')
    .option('--json', 'print one JSON document');
}

/** Adds `--composer` for reports that a model can write. */
export function addReportComposer(command: Command): Command {
  return command.addOption(
    new Option(
      '--composer <name>',
      'who writes: nobody (its own sentences) or the configured model, which does by default',
    ).choices(['extractive', 'model']),
  );
}

/**
 * Opens the library, has a report written and gives it in the way that was asked for.
 *
 * @param searches As in `ReportCommandParts.open`.
 * @throws {CommandFailure}
 * @throws {ReportRefused}
 */
export async function runReport(
  {
    context,
    parts,
    options,
    searches,
  }: {
    context: CommandContext;
    parts: ReportCommandParts;
    options: ReportOptions;
    searches: boolean;
  },
  write: (session: ReportSession, request: ReportRequest) => Promise<KeptReport>,
): Promise<void> {
  const { output } = options;
  const audiences = readAudiences(options);
  const fileOf = output === undefined ? null : fileWriter(output);
  const config = composing(context.config(), options.composer);
  const interruption = parts.untilInterrupted();
  const progress = showReportProgress(context);
  const session = await parts.open(config, searches);
  const startedAt = performance.now();
  try {
    const { signal } = interruption;
    const { onProgress } = progress;
    const kept = await write(session, { audiences, asker: null, onProgress, signal });
    const seconds = Math.round(performance.now() - startedAt) / 1_000;
    progress.stop();
    if (output !== undefined && fileOf !== null) {
      await parts.writeFile(output, await fileOf(kept));
      context.note(`Written to ${output}.`);
    }
    if (options.json) {
      const { id, madeAt, modelRun, report } = kept;
      context.printJson({ id, madeAt, seconds, modelRun, ...report });
    } else if (output === undefined) {
      const { quotes } = options;
      context.print(describeReport(kept.report, { width: parts.width(), quotes }));
    }
  } catch (error) {
    if (interruption.signal.aborted) throw new CommandFailure('Stopped.');
    throw error;
  } finally {
    progress.stop();
    interruption.release();
    await session.close();
  }
}

function fileWriter(path: string): (kept: KeptReport) => Promise<string | Uint8Array> {
  switch (extname(path).toLowerCase()) {
    case '.md':
      return async ({ report, madeAt }) => reportMarkdown(report, { madeAt });
    case '.docx':
      return ({ report, madeAt }) => reportDocx(report, { madeAt });
    default:
      throw new CommandFailure(
        `--output: expected a name that ends in .md or .docx, got ${JSON.stringify(path)}`,
        2,
      );
  }
}

function composing(config: Config, composer: ReportOptions['composer']): Config {
  if (composer === 'extractive') return { ...config, chat: null };
  if (composer === 'model' && config.chat === null) {
    throw new CommandFailure(
      'No model is configured. Set CHAT_MODEL (see docs/models.md), or leave out --composer model.',
    );
  }
  return config;
}
