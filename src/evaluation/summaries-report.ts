import type { ModelRunFailure, Prices } from '../answering/index.ts';
import { roundFigure } from './round-figure.ts';
import { mean } from './scorers/mean.ts';
import { percentile } from './scorers/percentile.ts';
import { sumTokens, type TokenFigures } from './sum-tokens.ts';
import type { SummaryOutcome } from './summary-outcome.ts';

/** How a figure is spread over the documents; null where there was nothing to measure. */
export interface Spread {
  mean: number | null;
  p10: number | null;
  p50: number | null;
  p90: number | null;
}

/** Of the summaries of a data set. */
export interface SummariesReport {
  documents: number;
  /** Documents of which nothing could be quoted; their ROUGE counts as 0. */
  without_summary: number;
  /** Most words asked for; null for one sentence. */
  words_wanted: number | null;
  /** F1 in hundredths against the reference nearest by ROUGE-1, of lower-cased words, not stemmed. */
  rouge1: number;
  rouge2: number;
  /** Of the longest common subsequence of the whole texts, not sentence by sentence. */
  rougeL: number;
  spread: { rouge1: Spread; rouge2: Spread; rougeL: Spread };
  words: Spread;
  /** Words of the summary as a share of the document's. */
  share_of_document: Spread;
  statements: number;
  /** Of these, borne out by the stored text: each quote and page stands, no word or figure is added. */
  statements_verified: number;
  /** Share of word pairs that an earlier statement of the same summary has, 0..1. */
  redundancy: Spread;
  /** Flesch's reading ease of the summaries, */
  flesch: Spread;
  /** From text to summary. */
  seconds: Spread & { total: number };
  composed_by_model: number;
  /** Null when no model was asked. */
  tokens: TokenFigures | null;
  /** Why a model's summary was not used, or not all of it; null when no model was asked. */
  model_failures: Partial<Record<ModelRunFailure, number>> | null;
}

export function summariesReport(
  outcomes: readonly SummaryOutcome[],
  words: number | null,
  prices: Prices,
): SummariesReport {
  const summarised = outcomes.filter(({ summary }) => summary !== null);
  const statements = outcomes.reduce((sum, { claims }) => sum + claims.length, 0);
  const unfounded = outcomes.reduce((sum, each) => sum + each.unfounded.length, 0);
  const scores = (name: 'rouge1' | 'rouge2' | 'rougeL'): Spread =>
    spreadOf(
      outcomes.map(({ rouge }) => 100 * rouge[name]),
      2,
    );
  const spread = { rouge1: scores('rouge1'), rouge2: scores('rouge2'), rougeL: scores('rougeL') };
  const seconds = outcomes.map((outcome) => outcome.seconds);
  return {
    documents: outcomes.length,
    without_summary: outcomes.length - summarised.length,
    words_wanted: words,
    rouge1: spread.rouge1.mean ?? 0,
    rouge2: spread.rouge2.mean ?? 0,
    rougeL: spread.rougeL.mean ?? 0,
    spread,
    words: spreadOf(
      summarised.map((each) => each.words),
      1,
    ),
    share_of_document: spreadOf(
      summarised.map(({ share }) => share),
      4,
    ),
    statements,
    statements_verified: statements - unfounded,
    redundancy: spreadOf(
      summarised.map(({ redundancy }) => redundancy),
      4,
    ),
    flesch: spreadOf(
      summarised.flatMap(({ readingEase }) => readingEase ?? []),
      1,
    ),
    seconds: {
      total: roundFigure(
        seconds.reduce((sum, each) => sum + each, 0),
        3,
      ),
      ...spreadOf(seconds, 4),
    },
    composed_by_model: outcomes.filter(({ summary }) => summary?.composer === 'model').length,
    tokens: sumTokens(outcomes, prices),
    model_failures: countFailures(outcomes),
  };
}

function spreadOf(values: readonly number[], digits: number): Spread {
  const at = (share: number): number | null => roundFigure(percentile(values, share), digits);
  return { mean: roundFigure(mean(values), digits), p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

function countFailures(outcomes: readonly SummaryOutcome[]): SummariesReport['model_failures'] {
  const runs = outcomes.flatMap(({ modelRun }) => modelRun ?? []);
  if (runs.length === 0) return null;
  const counts: Partial<Record<ModelRunFailure, number>> = {};
  for (const { failure } of runs)
    if (failure !== null) counts[failure] = (counts[failure] ?? 0) + 1;
  return counts;
}
