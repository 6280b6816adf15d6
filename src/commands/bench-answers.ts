import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { z } from 'zod';
import { type AnswersBenchmark, benchmarkAnswers } from '../bench/answers-benchmark.ts';
import { answersFindingSchema } from '../bench/answers-finding.ts';
import { describeAnswersBenchmark } from '../bench/describe-answers-benchmark.ts';
import type { RunSubject } from '../bench/run-benchmark.ts';
import { measureInProcess } from '../bench/subject-process.ts';
import { measureAnswersIn } from '../compose-answers-benchmark.ts';
import type { CommandContext } from './command.ts';
import { passageCountsOption } from './passage-counts-option.ts';
import { positiveNumber } from './positive-number.ts';

interface Options {
  passages: number[];
  answers: number;
  json?: true;
}

const assignmentSchema = z.object({ directory: z.string() });

/** `concord bench answers`: what Concord adds to a model's time, and its memory over many answers. */
export function registerBenchAnswers(
  parent: Command,
  context: CommandContext,
  runSubject: RunSubject,
): void {
  const command = [fileURLToPath(import.meta.resolve('../cli.ts')), 'bench', 'answering'];
  parent
    .command('answers')
    .description('what Concord adds to the time of a model, by step, and memory over many answers')
    .addOption(passageCountsOption([100_000]))
    .option('--answers <number>', 'how many questions are asked', positiveNumber, 2_000)
    .option('--json', 'print one JSON document')
    .action(async ({ passages, answers, json }: Options) => {
      const runs: AnswersBenchmark[] = [];
      const runAnswers = (assignment: z.infer<typeof assignmentSchema>) =>
        measureInProcess(command, assignment, { of: 'answers', finding: answersFindingSchema });
      for (const count of passages) {
        const size = { passages: count, answers };
        const run = await benchmarkAnswers(size, { runSubject, runAnswers }, context.note);
        runs.push(run);
        if (!json) context.print(describeAnswersBenchmark(run));
      }
      if (json) context.printJson({ benchmark: 'answers', runs });
    });
  parent
    .command('answering', { hidden: true })
    .argument('<assignment>', 'where the library is, as JSON')
    .action(async (assignment: string) => {
      const { directory } = assignmentSchema.parse(JSON.parse(assignment));
      context.printJson(await measureAnswersIn(context.config(), directory));
    });
}
