import type { Command } from 'commander';
import { openEvaluationLibrary } from '../compose-evaluation.ts';
import {
  type AnswersEvaluation,
  evaluateAnswers,
  type PreparedCases,
  prepareLeaveOut,
  preparePassageQuestions,
  readAnswersSet,
  readRetrievalSet,
} from '../evaluation/index.ts';
import type { CommandContext } from './command.ts';
import { answersDetails } from './eval-answers-details.ts';
import { describeAnswers } from './eval-answers-table.ts';
import { type ComposerOption, composerOption } from './eval-composer.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

interface Options extends ComposerOption {
  leaveOut?: true;
  limit?: number;
  details?: string;
  json?: true;
}

/** Adds `eval answers PATH`. */
export function addEvalAnswers(parent: Command, context: CommandContext): void {
  parent
    .command('answers')
    .description('measure answers and abstentions')
    .argument(
      '<path>',
      'JSON Lines file of questions with their passages; with --leave-out, a retrieval data set',
    )
    .option(
      '--leave-out',
      'ask each judged query twice: on the whole corpus, and with its relevant documents hidden',
    )
    .addOption(composerOption())
    .option('--limit <number>', 'ask only the first questions', positiveNumber)
    .option('--details <file>', 'write what became of every question to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const evaluation = await measuring(() => run(context, path, options));
      if (options.details) await writeDetails(options.details, answersDetails(evaluation));
      if (options.json) context.printJson(evaluation.report);
      else context.print(describeAnswers(path, evaluation));
    });
}

async function run(
  context: CommandContext,
  path: string,
  options: Options,
): Promise<AnswersEvaluation> {
  const prepared = await prepare(path, options);
  const instruments = createInstruments();
  const library = await openEvaluationLibrary(context.config(), options);
  try {
    const { documents } = prepared;
    const added = await library.add(documents, (count) =>
      instruments.progress('Adding documents', count, documents.length),
    );
    return await evaluateAnswers(prepared.cases(added), library, instruments);
  } finally {
    instruments.stop();
    await library.close();
  }
}

async function prepare(path: string, { leaveOut, limit }: Options): Promise<PreparedCases> {
  return leaveOut
    ? prepareLeaveOut(await readRetrievalSet(path, limit))
    : preparePassageQuestions(await readAnswersSet(path), limit);
}
