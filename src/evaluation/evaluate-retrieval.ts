import { audienceRanks } from '../people/index.ts';
import type { Pipeline, Retriever } from '../retrieval/index.ts';
import { DataSetError } from './data-set-error.ts';
import type { EvaluationLibrary, Instruments } from './evaluation-library.ts';
import type { RetrievalSet } from './retrieval-set.ts';
import { roundFigure } from './round-figure.ts';
import { mean } from './scorers/mean.ts';
import { normalizedDiscountedCumulativeGain } from './scorers/normalized-discounted-cumulative-gain.ts';
import { percentile } from './scorers/percentile.ts';
import { recall } from './scorers/recall.ts';
import { reciprocalRank } from './scorers/reciprocal-rank.ts';

/** How deep rankings are looked at, in documents. */
const depth = 100;

export interface RetrievalReport {
  dataset: string;
  pipeline: Pipeline;
  /** Added to the library; those without any text are not. */
  documents: number;
  passages: number;
  /** Asked: those with at least one relevant document. */
  queries: number;
  'ndcg@10': number;
  'recall@5': number;
  'recall@100': number;
  'mrr@10': number;
  /** From the first document to both indexes being ready. */
  index_seconds: number;
  passages_per_second: number;
  /** Of ranking a hundred documents, which is more than an answer needs. */
  query_ms: { p50: number; p95: number; p99: number };
  /** Resident memory after the last query, in MiB. */
  rss_mb: number;
}

/** What became of one query. */
export interface QueryOutcome {
  id: string;
  text: string;
  'ndcg@10': number;
  /** Ids of the first ten documents. */
  ranking: string[];
  relevant: string[];
}

export interface RetrievalEvaluation {
  report: RetrievalReport;
  /** In the data set's order. */
  queries: QueryOutcome[];
}

/** Measures how well and how fast a library finds a data set's documents, ranked by best passage. */
export async function evaluateRetrieval(
  set: RetrievalSet,
  pipeline: Pipeline,
  library: EvaluationLibrary,
  instruments: Instruments,
): Promise<RetrievalEvaluation> {
  const { documents, queries } = set;
  if (documents.length === 0) {
    throw new DataSetError('data-set-empty', `no document of ${set.name} holds any text`);
  }
  const started = instruments.milliseconds();
  const added = await library.add(
    documents.map(({ id, title, text }) => ({ source: id, title, text })),
    (count) => instruments.progress('Adding documents', count, documents.length),
  );
  const indexSeconds = (instruments.milliseconds() - started) / 1_000;

  const documentIds = new Map([...added.publicationIds].map(([source, id]) => [id, source]));
  const outcomes: QueryOutcome[] = [];
  const recalls = { at5: [] as number[], at100: [] as number[] };
  const reciprocalRanks: number[] = [];
  const times: number[] = [];
  for (const [index, query] of queries.entries()) {
    const before = instruments.milliseconds();
    const ranked = await rankPublications(library.retriever, query.text, pipeline);
    times.push(instruments.milliseconds() - before);
    const ranking = ranked.map((id) => documentIds.get(id) ?? id);
    outcomes.push({
      id: query.id,
      text: query.text,
      'ndcg@10': normalizedDiscountedCumulativeGain(ranking, query.relevance, 10),
      ranking: ranking.slice(0, 10),
      relevant: [...query.relevance].filter(([, degree]) => degree > 0).map(([id]) => id),
    });
    recalls.at5.push(recall(ranking, query.relevance, 5));
    recalls.at100.push(recall(ranking, query.relevance, 100));
    reciprocalRanks.push(reciprocalRank(ranking, query.relevance, 10));
    instruments.progress('Asking', index + 1, queries.length);
  }

  const time = (share: number): number => roundFigure(percentile(times, share) ?? 0, 3);
  const score = (values: readonly number[]): number => roundFigure(mean(values) ?? 0, 4);
  const report: RetrievalReport = {
    dataset: set.name,
    pipeline,
    documents: documents.length,
    passages: added.passages,
    queries: queries.length,
    'ndcg@10': score(outcomes.map((outcome) => outcome['ndcg@10'])),
    'recall@5': score(recalls.at5),
    'recall@100': score(recalls.at100),
    'mrr@10': score(reciprocalRanks),
    index_seconds: roundFigure(indexSeconds, 3),
    passages_per_second: roundFigure(added.passages / Math.max(indexSeconds, 1e-3), 1),
    query_ms: { p50: time(0.5), p95: time(0.95), p99: time(0.99) },
    rss_mb: roundFigure(instruments.residentMegabytes(), 1),
  };
  return { report, queries: outcomes };
}

/** Ids of publications by their best passage, best first, each once. */
async function rankPublications(
  retriever: Retriever,
  query: string,
  pipeline: Pipeline,
): Promise<string[]> {
  const { passages } = await retriever.retrieve({
    query,
    pipeline,
    audiences: audienceRanks,
    limit: depth,
    perPublication: 1,
  });
  return [...new Set(passages.map(({ publication }) => publication.id))];
}
