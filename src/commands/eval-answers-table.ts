import type { AnswersEvaluation } from '../evaluation/index.ts';
import { tokenFigures } from './eval-composer.ts';
import { type Figure, formatFigures } from './format-figures.ts';

const mostUnfounded = 5;

/** Only questions made of feedback have something rejected. */
function rejected({
  rejected_again: share,
}: AnswersEvaluation['report']): [string, number, string][] {
  return share === null ? [] : [['rejected again', share, 'where somebody rejected something']];
}

/** Only when a model was asked. */
function ofModel({
  composed_by_model: composed,
  tokens,
  model_failures: failures,
  shares_ms: shares,
}: AnswersEvaluation['report']): Figure[] {
  if (tokens === null) return [];
  return [
    ['composed by the model', composed],
    ...Object.entries(failures ?? {}).map(([failure, count]): Figure => [`  ${failure}`, count]),
    ...tokenFigures(tokens),
    ...(shares === null
      ? []
      : Object.entries(shares).map(
          ([whose, { p50, p95 }]): Figure => [
            whose === 'model' ? "model's time, median" : "Concord's own time, median",
            `${p50} ms`,
            `95th percentile ${p95} ms`,
          ],
        )),
  ];
}

/** The report for people; names quotes that did not stand, as there should be none. */
export function describeAnswers(title: string, { report, outcomes }: AnswersEvaluation): string {
  const { p50, p95 } = report.answer_ms;
  const table = formatFigures(title, [
    ['questions', report.questions],
    ['answered of answerable', report.answered_of_answerable],
    ['abstained of unanswerable', report.abstained_of_unanswerable],
    ['balanced accuracy', report.balanced_accuracy],
    ['AUROC of confidence', report.auroc],
    ['quotes overlap evidence', report.evidence_hit, 'of answers to answerable questions'],
    ['answer contained', report.answer_contained, 'where a short answer is known'],
    ...rejected(report),
    ['quotes', report.quotes, `${report.quotes_verified} found again in the stored text`],
    ['claims per answer', report.claims_per_answer],
    ...ofModel(report),
    ['answer, median', `${p50} ms`, `95th percentile ${p95} ms`],
  ]);
  const unfounded = outcomes
    .filter((outcome) => outcome.unfounded.length > 0)
    .slice(0, mostUnfounded)
    .map((outcome) => `  ${outcome.case.id}: ${outcome.unfounded[0]?.text ?? ''}`);
  return unfounded.length === 0
    ? table
    : [table, 'Quotes that do not stand in the stored text:', ...unfounded].join('\n');
}
