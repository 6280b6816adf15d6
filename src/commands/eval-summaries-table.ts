import type { Spread, SummariesEvaluation } from '../evaluation/index.ts';
import { tokenFigures } from './eval-composer.ts';
import { type Figure, formatFigures } from './format-figures.ts';

const mostUnfounded = 5;

/** The report for people; names statements that do not stand, as there should be none. */
export function describeSummaries(
  title: string,
  { report, outcomes }: SummariesEvaluation,
): string {
  const table = formatFigures(title, [
    ['documents', report.documents],
    ...(report.without_summary === 0
      ? []
      : [['  without a summary', report.without_summary, 'nothing could be quoted'] as const]),
    ['words wanted', report.words_wanted ?? 'one sentence'],
    row('ROUGE-1', report.spread.rouge1),
    row('ROUGE-2', report.spread.rouge2),
    row('ROUGE-L', report.spread.rougeL),
    row('words', report.words),
    row('share of the document', report.share_of_document),
    ['statements', report.statements, `${report.statements_verified} borne out by the text`],
    row('redundancy', report.redundancy),
    row("Flesch's reading ease", report.flesch),
    row('seconds', report.seconds),
    ...ofModel(report),
  ]);
  const unfounded = outcomes
    .flatMap((outcome) => outcome.unfounded.map(({ text }) => `  ${outcome.document.id}: ${text}`))
    .slice(0, mostUnfounded);
  return unfounded.length === 0
    ? table
    : [table, 'Statements that the text does not bear out:', ...unfounded].join('\n');
}

function row(name: string, { mean, p10, p50, p90 }: Spread): Figure {
  return [name, mean, p50 === null ? '' : `median ${p50}, eight in ten ${p10} to ${p90}`];
}

/** Only when a model was asked. */
function ofModel({
  composed_by_model: composed,
  tokens,
  model_failures: failures,
}: SummariesEvaluation['report']): Figure[] {
  if (tokens === null) return [];
  return [
    ['composed by the model', composed],
    ...Object.entries(failures ?? {}).map(([failure, count]): Figure => [`  ${failure}`, count]),
    ...tokenFigures(tokens),
  ];
}

/** Every summary, in the order of the documents. */
export function summariesDetails({ outcomes }: SummariesEvaluation): object[] {
  return outcomes.map(({ document, summary, claims, rouge, unfounded, ...figures }) => ({
    id: document.id,
    composer: summary?.composer ?? null,
    summary: claims.map(({ text }) => text),
    items: summary?.parts.map(({ item, claims: own }) => ({ item, claims: own.length })) ?? [],
    references: document.references,
    rouge1: 100 * rouge.rouge1,
    rouge2: 100 * rouge.rouge2,
    rougeL: 100 * rouge.rougeL,
    words: figures.words,
    share_of_document: figures.share,
    redundancy: figures.redundancy,
    flesch: figures.readingEase,
    seconds: figures.seconds,
    unfounded: unfounded.map(({ text }) => text),
  }));
}
