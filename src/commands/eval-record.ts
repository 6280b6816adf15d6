import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { costOf, createPrices } from '../answering/index.ts';
import type { MeasuredComposer } from '../compose-evaluation.ts';
import { composeRecorder } from '../compose-recording.ts';
import type { Config } from '../config.ts';
import { type CommandContext, CommandFailure } from './command.ts';
import { measureAnswers } from './eval-answers.ts';
import { measuring } from './eval-failure.ts';
import { measureGolden } from './eval-golden.ts';
import { measureInjection, readInjectionCases } from './eval-injection.ts';
import { measureSummaries } from './eval-summaries.ts';
import { type Figure, formatFigures } from './format-figures.ts';
import { positiveNumber } from './positive-number.ts';

interface Options {
  to: string;
  hosts?: string;
  leaveOut?: true;
  summaries?: true;
  words?: number;
  questions?: number;
  estimate?: true;
  json?: true;
}

interface Tokens {
  input: number;
  cached_input: number;
  output: number;
  /** US dollars; null for a model whose price is not known. */
  cost_usd: number | null;
}

/** Adds `eval record SET --to FILE`. */
export function addEvalRecord(parent: Command, context: CommandContext): void {
  parent
    .command('record')
    .description(
      'answer the questions, or summarise the documents, of a data set with the configured model, and keep its calls',
    )
    .argument(
      '<set>',
      'questions with their passages or, with --summaries, documents (a file); or a folder of publications with questions.jsonl',
    )
    .requiredOption('--to <file>', 'where the calls are kept, in JSON Lines')
    .option('--hosts <file>', 'the set holds instructions to plant in these texts (eval injection)')
    .option('--leave-out', 'the set is a retrieval data set (eval answers --leave-out)')
    .option('--summaries', 'the set holds documents to summarise (eval summaries)')
    .option('--words <number>', 'with --summaries: most words of each, as there', positiveNumber)
    .option('--questions <number>', 'ask only the first questions or documents', positiveNumber)
    .option('--estimate', 'only say what it would cost')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nCalls that the file holds already are not asked again, so that a recording can be gone on with.\nMeasure with it, without any service: eval answers|golden|injection|summaries … --replay FILE',
    )
    .action(async (set: string, options: Options) => {
      const report = await measuring(() => record(context, set, options));
      if (options.json) context.printJson(report);
      else if (report.recorded !== null) context.print(describe(report.recorded, options.to));
      if (report.recorded !== null && report.recorded.failed > 0) {
        throw new CommandFailure(
          `${report.recorded.failed} calls failed. Run the same command again to ask those once more.`,
        );
      }
    });
}

/** What was foreseen, and what was done; null when that was not asked for. */
interface RecordReport {
  estimate: { calls: number } & Tokens;
  recorded: ({ asked: number; failed: number; reused: number } & Tokens) | null;
}

async function record(
  context: CommandContext,
  set: string,
  options: Options,
): Promise<RecordReport> {
  const { to } = options;
  const config = context.config();
  const ask = await prepareSet(config, set, options);
  const { chatModel, estimating, clock } = await composeRecorder(config, to);
  await ask({ composer: 'model', chatModel: estimating, clock });
  const { calls, ...foreseen } = estimating.estimate;
  const tokens = priced(config, chatModel.name, { ...foreseen, cachedInput: 0 });
  context.note(
    `${to} will hold texts of the library and the questions: keep it as you keep those.\n` +
      `At least ${calls} calls to ${chatModel.name}, about ${tokens.input} tokens in and ${tokens.output} out, ${inDollars(tokens)}.`,
  );
  const estimate = { calls, ...tokens };
  if (options.estimate) return { estimate, recorded: null };
  await ask({ composer: 'model', chatModel, clock });
  const { usage, ...counts } = chatModel.counts;
  return { estimate, recorded: { ...counts, ...priced(config, chatModel.name, usage) } };
}

type Ask = (composer: MeasuredComposer) => Promise<unknown>;

/** @throws {DataSetError} */
async function prepareSet(
  config: Config,
  set: string,
  { hosts, leaveOut, summaries, words, questions: limit }: Options,
): Promise<Ask> {
  const limited = limit === undefined ? {} : { limit };
  if (hosts !== undefined) {
    const cases = await readInjectionCases(set, hosts, limit);
    return (composer) => measureInjection(config, cases, composer);
  }
  if (summaries) {
    const asked = { ...limited, ...(words !== undefined && { words }) };
    return (composer) => measureSummaries(config, set, asked, composer);
  }
  if (leaveOut) {
    return (composer) => measureAnswers(config, set, { ...limited, leaveOut }, composer);
  }
  const isFolder = await stat(set).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return (composer) => measureGolden(config, { corpus: set, ...limited }, composer);
  return (composer) => measureAnswers(config, set, limited, composer);
}

function priced({ budget }: Config, model: string, usage: Parameters<typeof costOf>[0]): Tokens {
  const price = createPrices(budget.price)(model);
  const { input, cachedInput: cached_input, output } = usage;
  const cost_usd = price === null ? null : costOf(usage, price) / 1_000_000;
  return { input, cached_input, output, cost_usd };
}

function inDollars({ cost_usd: cost }: Tokens): string {
  return cost === null ? 'at a price that is not known (BUDGET_PRICE_…)' : `US$${cost}`;
}

function describe(recorded: NonNullable<RecordReport['recorded']>, to: string): string {
  const figures: Figure[] = [
    ['asked', recorded.asked],
    ['failed', recorded.failed],
    ['there already', recorded.reused],
    ['tokens read', recorded.input, `${recorded.cached_input} of them from its cache`],
    ['tokens written', recorded.output],
    ['cost', inDollars(recorded)],
  ];
  return formatFigures(`Recorded to ${to}`, figures);
}
