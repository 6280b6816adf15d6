import type { PublicationText } from '../library/index.ts';
import type { RetrievedPassage } from '../retrieval/index.ts';
import type { Answer, NearestPublication } from './answer.ts';
import { composeAnswer } from './extract/compose-answer.ts';
import { findCandidates } from './extract/find-candidates.ts';
import { coverage, scoreCandidate, weighTerms } from './extract/score-candidate.ts';
import { understandQuestion } from './question/understand-question.ts';
import type { TermStatistics } from './term-statistics.ts';

export interface AnswerRequest {
  /** Standalone. */
  question: string;
  /** Best first. */
  passages: readonly RetrievedPassage[];
  statistics: TermStatistics;
  /** Of the passages' publications, by id; where missing, pages are those of the passage. */
  texts?: ReadonlyMap<string, PublicationText>;
}

export interface AnswerOutcome {
  answer: Answer;
  /** 0..1: how sure the evidence makes Concord that the passages answer the question. */
  confidence: number;
}

const mostClaims = 3;

/** Answers a question from passages, without a model: chooses sentences, verifies and cites them. */
export function answerFromPassages(request: AnswerRequest): AnswerOutcome {
  const question = understandQuestion(request.question);
  const wanted = weighTerms(question, request.statistics);
  const scored = findCandidates(request.passages)
    .map((candidate) => ({
      candidate,
      score: scoreCandidate(candidate, wanted, request.statistics),
    }))
    .sort((left, right) => right.score - left.score);
  const best = scored[0];
  const confidence =
    best === undefined ? 0 : coverage(wanted, request.statistics.terms(best.candidate.text));
  const chosen = scored
    .filter(({ score }) => score >= 0.7 * (best?.score ?? 0))
    .slice(0, mostClaims)
    .map(({ candidate }) => [candidate]);
  const answer = confidence < 0.35 ? null : composeAnswer(chosen, request.texts ?? new Map());
  return {
    confidence,
    answer: answer ?? {
      kind: 'abstention',
      reason: best === undefined ? 'nothing-relevant' : 'evidence-too-weak',
      nearest: nearestOf(request.passages),
    },
  };
}

/** The publications of the first passages, at most three. */
export function nearestOf(passages: readonly RetrievedPassage[]): NearestPublication[] {
  const nearest = new Map<string, NearestPublication>();
  for (const { publication, passage } of passages) {
    if (nearest.has(publication.id)) continue;
    nearest.set(publication.id, {
      publication,
      heading: passage.headingPath.at(-1) ?? null,
      page: passage.pageStart,
    });
    if (nearest.size === 3) break;
  }
  return [...nearest.values()];
}
