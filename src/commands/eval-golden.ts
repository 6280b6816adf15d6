import { join } from 'node:path';
import type { Command } from 'commander';
import { type MeasuredComposer, openEvaluationLibrary } from '../compose-evaluation.ts';
import type { Config } from '../config.ts';
import {
  type AnswersEvaluation,
  evaluateAnswers,
  goldenCases,
  readGoldenQuestions,
} from '../evaluation/index.ts';
import type { CommandContext } from './command.ts';
import { answersDetails } from './eval-answers-details.ts';
import { describeAnswers } from './eval-answers-table.ts';
import { addComposerOptions, type ComposerOption, readComposer } from './eval-composer.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

/** Which golden questions are asked of what. */
export interface GoldenOptions {
  corpus: string;
  questions?: string;
  limit?: number;
}

interface Options extends GoldenOptions, ComposerOption {
  details?: string;
  json?: true;
}

/** Adds `eval golden`. */
export function addEvalGolden(parent: Command, context: CommandContext): void {
  const command = parent
    .command('golden')
    .description('ask golden questions, by default those of the sample corpus')
    .option('--corpus <directory>', 'folder of publications', 'corpus')
    .option('--questions <file>', 'golden questions; by default questions.jsonl of the corpus');
  addComposerOptions(command)
    .option('--limit <number>', 'ask only the first questions', positiveNumber)
    .option('--details <file>', 'write what became of every question to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const evaluation = await measuring(async () =>
        measureGolden(context.config(), options, await readComposer(options)),
      );
      if (options.details) await writeDetails(options.details, answersDetails(evaluation));
      if (options.json) context.printJson(evaluation.report);
      else context.print(describeAnswers('Golden questions', evaluation));
    });
}

/**
 * Asks golden questions of a copy of their corpus.
 *
 * @throws {DataSetError}
 */
export async function measureGolden(
  config: Config,
  { corpus, limit, questions: file = join(corpus, 'questions.jsonl') }: GoldenOptions,
  composer: MeasuredComposer,
): Promise<AnswersEvaluation> {
  const questions = await readGoldenQuestions(file);
  const instruments = createInstruments();
  const library = await openEvaluationLibrary(config, {
    ...composer,
    onEmbeddingPlan: instruments.onEmbeddingPlan,
  });
  try {
    const added = await library.ingest(corpus);
    return await evaluateAnswers(
      goldenCases(questions.slice(0, limit), added),
      library,
      instruments,
    );
  } finally {
    instruments.stop();
    await library.close();
  }
}
