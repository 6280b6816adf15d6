import type { Command } from 'commander';
import { composeMeasuredSummaries } from '../compose-summaries-evaluation.ts';
import { evaluateSummaries, readSummariesSet } from '../evaluation/index.ts';
import type { CommandContext } from './command.ts';
import { addComposerOptions, type ComposerOption, readComposer } from './eval-composer.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { describeSummaries, summariesDetails } from './eval-summaries-table.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

interface Options extends ComposerOption {
  words?: number;
  limit?: number;
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
      'most words of a summary (default: the median length of the references, one sentence where that is under 35)',
      positiveNumber,
    )
    .option('--limit <number>', 'summarise only the first documents', positiveNumber)
    .option('--details <file>', 'write every summary with its figures to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const instruments = createInstruments();
      const evaluation = await measuring(async () => {
        const documents = await readSummariesSet(path, options.limit);
        const composer = await readComposer(options);
        const summaries = await composeMeasuredSummaries(context.config(), composer);
        return evaluateSummaries(documents, summaries, instruments, options.words);
      }).finally(() => instruments.stop());
      if (options.details) await writeDetails(options.details, summariesDetails(evaluation));
      if (options.json) context.printJson(evaluation.report);
      else context.print(describeSummaries(path, evaluation));
    });
}
