import type { Answered, Exchange, ModelRunFailure, Prices, Quote } from '../answering/index.ts';
import type { EvaluationLibrary, Instruments, Scope } from './evaluation-library.ts';
import { recheckQuote } from './recheck-quote.ts';
import { roundFigure } from './round-figure.ts';
import { containsAnswer } from './scorers/answer-containment.ts';
import { areaUnderCurve } from './scorers/area-under-curve.ts';
import { balancedAccuracy } from './scorers/balanced-accuracy.ts';
import { overlapsEvidence } from './scorers/evidence-overlap.ts';
import { mean } from './scorers/mean.ts';
import { percentile } from './scorers/percentile.ts';
import { splitTime, type TimeShares } from './split-time.ts';
import { sumTokens, type TokenFigures } from './sum-tokens.ts';

/** A question to ask, and what should come of it. */
export interface AnswerCase {
  id: string;
  question: string;
  scope: Scope;
  /** Null where nobody knows. */
  answerable: boolean | null;
  /** Sentences that carry the answer; may be empty. */
  evidence: readonly string[];
  /** Publications (ids) that carry it, which count as evidence when there are no sentences. */
  evidencePublications: ReadonlySet<string>;
  answers: readonly string[];
  /** What somebody rejected: publications (ids) and sentences an answer must not rest on. */
  rejected?: { publications: ReadonlySet<string>; evidence: readonly string[] };
}

/** Shares are 0..1; null where there was nothing to take a share of. */
export interface AnswersReport {
  /** Asked; under `--leave-out` every query counts twice. */
  questions: number;
  answered_of_answerable: number | null;
  abstained_of_unanswerable: number | null;
  /** Mean of the two above. */
  balanced_accuracy: number | null;
  /** How well confidence tells answerable questions from the others, whatever the threshold. */
  auroc: number | null;
  /** Of the answers to answerable questions with known evidence: a quote overlaps it. */
  evidence_hit: number | null;
  /** Of the answers to questions with a known short answer: the quotes contain it. */
  answer_contained: number | null;
  /** Of the questions with something rejected: an answer rests on that again. */
  rejected_again: number | null;
  /** Number of quotes shown, */
  quotes: number;
  /** and of those that stand in the stored text at the place and pages they give. */
  quotes_verified: number;
  /** Mean over answers. */
  claims_per_answer: number | null;
  /** Of these answers, composed by a model. */
  composed_by_model: number;
  /** Null when no model was asked. */
  tokens: TokenFigures | null;
  /** Why the model's answer was not used, or not all of it; null when no model was asked. */
  model_failures: Partial<Record<ModelRunFailure, number>> | null;
  /** From question to stored exchange. */
  answer_ms: { p50: number; p95: number };
  /** Which of it was the model's, and which Concord's own; null when no model was asked. */
  shares_ms: TimeShares | null;
}

/** What became of one case. */
export interface AnswerOutcomeOfCase {
  case: AnswerCase;
  exchange: Exchange;
  milliseconds: number;
  evidenceHit: boolean | null;
  answerContained: boolean | null;
  rejectedAgain: boolean | null;
  quotes: Quote[];
  /** Quotes that the stored text does not bear out. */
  unfounded: Quote[];
}

export interface AnswersEvaluation {
  report: AnswersReport;
  outcomes: AnswerOutcomeOfCase[];
}

/** Asks every question and measures the answers and abstentions. */
export async function evaluateAnswers(
  cases: readonly AnswerCase[],
  library: EvaluationLibrary,
  instruments: Instruments,
): Promise<AnswersEvaluation> {
  const outcomes: AnswerOutcomeOfCase[] = [];
  for (const each of cases) {
    const before = instruments.milliseconds();
    const exchange = await library.ask(each.question, each.scope);
    const milliseconds = instruments.milliseconds() - before;
    outcomes.push({ ...(await judge(each, exchange, library)), milliseconds });
    instruments.progress('Asking', outcomes.length, cases.length);
  }
  return { report: reportOf(outcomes, library.prices), outcomes };
}

async function judge(
  each: AnswerCase,
  exchange: Exchange,
  library: EvaluationLibrary,
): Promise<Omit<AnswerOutcomeOfCase, 'milliseconds'>> {
  const answered = exchange.answer.kind === 'answer' ? exchange.answer : null;
  const quotes = answered?.claims.flatMap((claim) => claim.quotes) ?? [];
  const unfounded: Quote[] = [];
  for (const quote of quotes) {
    const stored = await library.publicationText(quote.publicationId);
    if (!recheckQuote(quote, stored)) unfounded.push(quote);
  }
  return {
    case: each,
    exchange,
    quotes,
    unfounded,
    evidenceHit: answered === null ? null : hitsEvidence(each, quotes),
    answerContained: answered === null ? null : containsAny(each, answered, quotes),
    rejectedAgain: restsOnRejected(each, quotes),
  };
}

function hitsEvidence(each: AnswerCase, quotes: readonly Quote[]): boolean | null {
  if (!each.answerable) return null;
  const { evidence, evidencePublications } = each;
  // The same words in another publication may say the opposite of what they say in this one.
  const eligible =
    evidencePublications.size === 0
      ? quotes
      : quotes.filter((quote) => evidencePublications.has(quote.publicationId));
  if (evidence.length > 0) {
    return overlapsEvidence(
      eligible.map((quote) => quote.text),
      evidence,
    );
  }
  return evidencePublications.size === 0 ? null : eligible.length > 0;
}

function restsOnRejected({ rejected }: AnswerCase, quotes: readonly Quote[]): boolean | null {
  if (rejected === undefined) return null;
  const { publications, evidence } = rejected;
  if (publications.size === 0 && evidence.length === 0) return null;
  const texts = quotes.map(({ text }) => text);
  return (
    quotes.some(({ publicationId }) => publications.has(publicationId)) ||
    overlapsEvidence(texts, evidence)
  );
}

function containsAny(
  each: AnswerCase,
  answered: Answered,
  quotes: readonly Quote[],
): boolean | null {
  if (!each.answerable) return null;
  const texts = [...answered.claims.map((claim) => claim.text), ...quotes.map(({ text }) => text)];
  return containsAnswer(texts, each.answers);
}

function reportOf(outcomes: readonly AnswerOutcomeOfCase[], prices: Prices): AnswersReport {
  const known = outcomes.flatMap(({ case: { answerable }, exchange }) =>
    answerable === null ? [] : [{ answerable, exchange }],
  );
  const decisions = balancedAccuracy(
    known.map(({ answerable, exchange }) => ({
      expected: answerable,
      actual: exchange.answer.kind === 'answer',
    })),
  );
  const area = areaUnderCurve(
    known.map(({ answerable, exchange }) => ({
      score: exchange.confidence,
      positive: answerable,
    })),
  );
  const claims = outcomes.flatMap(({ exchange: { answer } }) =>
    answer.kind === 'answer' ? [answer.claims.length] : [],
  );
  const exchanges = outcomes.map(({ exchange }) => exchange);
  const times = outcomes.map((outcome) => outcome.milliseconds);
  const quotes = outcomes.flatMap((outcome) => outcome.quotes).length;
  const unfounded = outcomes.flatMap((outcome) => outcome.unfounded).length;
  return {
    questions: outcomes.length,
    answered_of_answerable: roundFigure(decisions.truePositiveRate, 4),
    abstained_of_unanswerable: roundFigure(decisions.trueNegativeRate, 4),
    balanced_accuracy: roundFigure(decisions.balancedAccuracy, 4),
    auroc: roundFigure(area, 4),
    evidence_hit: roundFigure(shareOf(outcomes.map((outcome) => outcome.evidenceHit)), 4),
    answer_contained: roundFigure(shareOf(outcomes.map((outcome) => outcome.answerContained)), 4),
    rejected_again: roundFigure(shareOf(outcomes.map((outcome) => outcome.rejectedAgain)), 4),
    quotes,
    quotes_verified: quotes - unfounded,
    claims_per_answer: roundFigure(mean(claims), 3),
    composed_by_model: exchanges.filter(isOfModel).length,
    tokens: sumTokens(exchanges, prices),
    model_failures: countFailures(exchanges),
    answer_ms: {
      p50: roundFigure(percentile(times, 0.5) ?? 0, 3),
      p95: roundFigure(percentile(times, 0.95) ?? 0, 3),
    },
    shares_ms: splitTime(outcomes),
  };
}

function countFailures(exchanges: readonly Exchange[]): AnswersReport['model_failures'] {
  const runs = exchanges.flatMap(({ modelRun }) => modelRun ?? []);
  if (runs.length === 0) return null;
  const counts: Partial<Record<ModelRunFailure, number>> = {};
  for (const { failure } of runs)
    if (failure !== null) counts[failure] = (counts[failure] ?? 0) + 1;
  return counts;
}

function isOfModel({ answer }: Exchange): boolean {
  return answer.kind === 'answer' && answer.composer === 'model';
}

/** Share of the verdicts there are that are true. */
function shareOf(verdicts: readonly (boolean | null)[]): number | null {
  return mean(verdicts.flatMap((verdict) => (verdict === null ? [] : [verdict ? 1 : 0])));
}
