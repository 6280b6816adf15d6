import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { describeSlackBenchmark } from '../bench/describe-slack-benchmark.ts';
import { benchmarkSlack, type SlackBenchmark } from '../bench/slack-benchmark.ts';
import {
  benchmarkedAssistantSchema,
  openSlackLoad,
  runBenchmarkedAssistant,
} from '../compose-slack-benchmark.ts';
import { readGoldenQuestions } from '../evaluation/index.ts';
import type { CommandContext } from './command.ts';
import { positiveNumber } from './positive-number.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface Options {
  burst: number;
  rateLimits: 'on' | 'off' | 'both';
  questions: string;
  json?: true;
}

/** `concord bench slack`: what people in Slack wait for, with the library as configured. */
export function registerBenchSlack(parent: Command, context: CommandContext): void {
  const command = [fileURLToPath(import.meta.resolve('../cli.ts')), 'bench', 'assistant'];
  parent
    .command('slack')
    .description('acknowledgements and answers in a local Slack, one at a time and in a burst')
    .option('--burst <number>', 'how many questions are asked at once', positiveNumber, 1_000)
    .addOption(
      new Option('--rate-limits <which>', 'as strict as Slack, or not')
        .choices(['on', 'off', 'both'])
        .default('both'),
    )
    .option('--questions <file>', 'what is asked', 'corpus/questions.jsonl')
    .option('--json', 'print one JSON document')
    .action(async ({ burst, rateLimits, questions: file, json }: Options) => {
      const golden = await readGoldenQuestions(file);
      // In a thread, words without a question mark may be meant for others and get no answer.
      const questions = golden.map(({ question }) => question).filter((text) => text.includes('?'));
      const runs: SlackBenchmark[] = [];
      for (const isOn of rateLimits === 'both' ? [false, true] : [rateLimits === 'on']) {
        const options = { questions, burst, rateLimits: isOn, note: context.note };
        const run = await benchmarkSlack((load) => openSlackLoad(command, load), options);
        runs.push(run);
        if (!json) context.print(describeSlackBenchmark(run));
      }
      if (json) context.printJson({ benchmark: 'slack', runs });
    });
  parent
    .command('assistant', { hidden: true })
    .argument('<connection>', 'where it connects to, as JSON')
    .action(async (connection: string) => {
      const interrupted = untilInterrupted();
      const told = benchmarkedAssistantSchema.parse(JSON.parse(connection));
      await runBenchmarkedAssistant(context.config(), told, {
        ready: () => context.print('ready'),
        ended: interrupted.promise,
      });
      interrupted.release();
    });
}
