import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describeIndexBenchmark, describeQueryBenchmark } from '../bench/describe-benchmark.ts';
import { benchmarkIndex } from '../bench/index-benchmark.ts';
import { measureSubject } from '../bench/measure-subject.ts';
import { benchmarkQueries } from '../bench/query-benchmark.ts';
import type { BenchmarkSize, RunSubject } from '../bench/run-benchmark.ts';
import { assignmentSchema } from '../bench/subject.ts';
import { createSubjectProcess } from '../bench/subject-process.ts';
import { openMeasuredLibrary } from '../compose-evaluation.ts';
import { registerBenchAnswers } from './bench-answers.ts';
import { registerBenchNotices } from './bench-notices.ts';
import { registerBenchSlack } from './bench-slack.ts';
import type { CommandContext, RegisterCommand } from './command.ts';
import { passageCountsOption } from './passage-counts-option.ts';
import { positiveNumber } from './positive-number.ts';

interface Options {
  passages: number[];
  queries: number;
  json?: true;
}

/** `concord bench …`: speed and memory on synthetic text, next to other retrievers'. */
export const registerBench: RegisterCommand = (context) => {
  const parent = context.program
    .command('bench')
    .description('measure speed and memory on synthetic text, next to other retrievers');
  const runSubject = createSubjectProcess([
    fileURLToPath(import.meta.resolve('../cli.ts')),
    'bench',
    'subject',
  ]);
  addBenchmark(parent, context, runSubject, {
    name: 'index',
    description: 'indexing, start-up and memory',
    benchmark: benchmarkIndex,
    describe: describeIndexBenchmark,
  });
  addBenchmark(parent, context, runSubject, {
    name: 'query',
    description: 'query times, recall of the vector index and memory',
    benchmark: benchmarkQueries,
    describe: describeQueryBenchmark,
  });
  registerBenchAnswers(parent, context, runSubject);
  registerBenchSlack(parent, context);
  registerBenchNotices(parent, context);
  parent
    .command('subject', { hidden: true })
    .argument('<assignment>', 'what to measure, as JSON')
    .action(async (assignment: string) => {
      const parsed = assignmentSchema.parse(JSON.parse(assignment));
      // Every subject works with the embedder that needs no key, whatever is configured.
      const config = { ...context.config(), embedder: { kind: 'local' as const } };
      context.printJson(
        await measureSubject(parsed, (directory) => openMeasuredLibrary(config, directory)),
      );
    });
};

function addBenchmark<Result>(
  parent: Command,
  context: CommandContext,
  runSubject: RunSubject,
  benchmark: {
    name: string;
    description: string;
    benchmark(
      size: BenchmarkSize,
      runSubject: RunSubject,
      note: (text: string) => void,
    ): Promise<Result>;
    describe(result: Result): string;
  },
): void {
  parent
    .command(benchmark.name)
    .description(benchmark.description)
    .addOption(passageCountsOption([10_000, 100_000]))
    .option('--queries <number>', 'how many to ask of each retriever', positiveNumber, 300)
    .option('--json', 'print one JSON document')
    .action(async ({ passages, queries, json }: Options) => {
      const runs: Result[] = [];
      for (const count of passages) {
        const size = { passages: count, queries };
        const result = await benchmark.benchmark(size, runSubject, context.note);
        runs.push(result);
        if (!json) context.print(benchmark.describe(result));
      }
      if (json) context.printJson({ benchmark: benchmark.name, runs });
    });
}
