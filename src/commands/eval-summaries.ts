import type { Command } from 'commander';
import type { MeasuredComposer } from '../compose-evaluation.ts';
import { composeMeasuredSummaries } from '../compose-summaries-evaluation.ts';
import type { Config } from '../config.ts';
import {
  evaluateSummaries,
  readSummariesSet,
  type SummariesEvaluation,
} from '../evaluation/index.ts';
import type { CommandContext } from './command.ts';
import { addComposerOptions, type ComposerOption, readComposer } from './eval-composer.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { describeSummaries, summariesDetails } from './eval-summaries-table.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

/** What is summarised of a data set, and how long. */
export interface SummarisedOptions {
  words?: number;
  limit?: number;
}

interface Options extends SummarisedOptions, ComposerOption {
  details?: string;
  json?: true;
}

/** Adds `eval summaries FILE.jsonl`. */
export function addEvalSummaries(parent: Command, context: CommandContext): void {
  const command = parent
    .command('summaries')
    .description('measure summaries beside those that people wrote')
    .argument('<file>', 'JSON Lines file: id, title, document, references []');
  addComposerOptions(command)
    .option(
      '--words <number>',
      'most words of a summary, fewer than 35 being one sentence (default: the median length of the references)',
      positiveNumber,
    )
    .option('--limit <number>', 'summarise only the first documents', positiveNumber)
    .option('--details <file>', 'write every summary with its figures to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const evaluation = await measuring(async () =>
        measureSummaries(context.config(), path, options, await readComposer(options)),
      );
      if (options.details) await writeDetails(options.details, summariesDetails(evaluation));
      if (options.json) context.printJson(evaluation.report);
      else context.print(describeSummaries(path, evaluation));
    });
}

/**
 * Summarises the documents of a data set.
 *
 * @throws {DataSetError}
 */
export async function measureSummaries(
  config: Config,
  path: string,
  { words, limit }: SummarisedOptions,
  composer: MeasuredComposer,
): Promise<SummariesEvaluation> {
  const documents = await readSummariesSet(path, limit);
  const summaries = await composeMeasuredSummaries(config, composer);
  const instruments = createInstruments();
  try {
    return await evaluateSummaries(documents, summaries, instruments, words);
  } finally {
    instruments.stop();
  }
}
