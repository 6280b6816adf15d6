import type { Command } from 'commander';
import { type MeasuredComposer, openEvaluationLibrary } from '../compose-evaluation.ts';
import type { Config } from '../config.ts';
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
import { addComposerOptions, type ComposerOption, readComposer } from './eval-composer.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

/** What is asked of a data set. */
export interface AskedOptions {
  leaveOut?: true;
  limit?: number;
}

interface Options extends AskedOptions, ComposerOption {
  details?: string;
  json?: true;
}

/** Adds `eval answers PATH`. */
export function addEvalAnswers(parent: Command, context: CommandContext): void {
  const command = parent
    .command('answers')
    .description('measure answers and abstentions')
    .argument(
      '<path>',
      'JSON Lines file of questions with their passages; with --leave-out, a retrieval data set',
    )
    .option(
      '--leave-out',
      'ask each judged query twice: on the whole corpus, and with its relevant documents hidden',
    );
  addComposerOptions(command)
    .option('--limit <number>', 'ask only the first questions', positiveNumber)
    .option('--details <file>', 'write what became of every question to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const evaluation = await measuring(async () =>
        measureAnswers(context.config(), path, options, await readComposer(options)),
      );
      if (options.details) await writeDetails(options.details, answersDetails(evaluation));
      if (options.json) context.printJson(evaluation.report);
      else context.print(describeAnswers(path, evaluation));
    });
}

/**
 * Asks the questions of a data set in a library of their own.
 *
 * @throws {DataSetError}
 */
export async function measureAnswers(
  config: Config,
  path: string,
  options: AskedOptions,
  composer: MeasuredComposer,
): Promise<AnswersEvaluation> {
  const prepared = await prepare(path, options);
  const instruments = createInstruments();
  const library = await openEvaluationLibrary(config, {
    ...composer,
    onEmbeddingPlan: instruments.onEmbeddingPlan,
  });
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

async function prepare(path: string, { leaveOut, limit }: AskedOptions): Promise<PreparedCases> {
  return leaveOut
    ? prepareLeaveOut(await readRetrievalSet(path, limit))
    : preparePassageQuestions(await readAnswersSet(path), limit);
}
