import { type Command, Option } from 'commander';
import { openEvaluationLibrary } from '../compose-evaluation.ts';
import {
  bootstrapInterval,
  evaluateRetrieval,
  type RetrievalEvaluation,
  readRetrievalSet,
} from '../evaluation/index.ts';
import type { Pipeline } from '../retrieval/index.ts';
import { type CommandContext, CommandFailure } from './command.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { formatFigures } from './format-figures.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

interface Options {
  pipeline: Pipeline;
  limit?: number;
  rerank?: true;
  details?: string;
  json?: true;
}

/** Adds `eval retrieval DIR`. */
export function addEvalRetrieval(parent: Command, context: CommandContext): void {
  parent
    .command('retrieval')
    .description('measure how well the documents of a data set are found')
    .argument('<directory>', 'folder with corpus.jsonl, queries.jsonl and qrels.tsv')
    .addOption(
      new Option('--pipeline <name>', 'which search to measure')
        .choices(['lexical', 'semantic', 'hybrid'])
        .default('hybrid'),
    )
    .option('--rerank', 'in the order of the endpoint that RERANK_URL names')
    .option('--limit <number>', 'ask only the first judged queries', positiveNumber)
    .option('--details <file>', 'write what became of every query to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .action(async (directory: string, options: Options) => {
      const evaluation = await measuring(() => run(context, directory, options));
      if (options.details) await writeDetails(options.details, evaluation.queries);
      if (options.json) context.printJson(evaluation.report);
      else context.print(describeRetrieval(evaluation));
    });
}

async function run(
  context: CommandContext,
  directory: string,
  options: Options,
): Promise<RetrievalEvaluation> {
  const config = context.config();
  if (options.rerank && config.rerank?.kind !== 'endpoint') {
    throw new CommandFailure('--rerank: set RERANK=endpoint and RERANK_URL (see .env.example).', 2);
  }
  const set = await readRetrievalSet(directory, options.limit);
  const instruments = createInstruments();
  const library = await openEvaluationLibrary(config, {
    rerank: options.rerank ?? false,
    onEmbeddingPlan: instruments.onEmbeddingPlan,
  });
  try {
    return await evaluateRetrieval(set, options.pipeline, library, instruments);
  } finally {
    instruments.stop();
    await library.close();
  }
}

function describeRetrieval({ report, queries }: RetrievalEvaluation): string {
  const interval = bootstrapInterval(queries.map((query) => query['ndcg@10']));
  const { p50, p95, p99 } = report.query_ms;
  return formatFigures(`${report.dataset}, ${report.pipeline}`, [
    [
      'nDCG@10',
      report['ndcg@10'],
      interval === null
        ? ''
        : `95% interval ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`,
    ],
    ['recall@5', report['recall@5']],
    ['recall@100', report['recall@100']],
    ['MRR@10', report['mrr@10']],
    ['documents', report.documents],
    ['passages', report.passages],
    ['queries', report.queries],
    ['indexing', `${report.index_seconds} s`, `${report.passages_per_second} passages/s`],
    ['query, median', `${p50} ms`, `95th percentile ${p95} ms, 99th ${p99} ms`],
    ['memory', `${report.rss_mb} MiB`],
  ]);
}
