import type { PublicationText } from '../library/index.ts';
import type { RetrievedPassage } from '../retrieval/index.ts';
import type { Answer, NearestPublication } from './answer.ts';
import { composeAnswer } from './extract/compose-answer.ts';
import { findCandidates } from './extract/find-candidates.ts';
import { weighQuestion } from './extract/question-terms.ts';
import { rankCandidates } from './extract/rank-candidates.ts';
import { selectClaims } from './extract/select-claims.ts';
import { readCandidates } from './extract/sentence-features.ts';
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

const noTexts: ReadonlyMap<string, PublicationText> = new Map();

/** Answers a question from passages, without a model: chooses sentences, verifies and cites them. */
export function answerFromPassages(request: AnswerRequest): AnswerOutcome {
  const { passages, statistics, texts = noTexts } = request;
  const question = understandQuestion(request.question);
  const wanted = weighQuestion(question, statistics);
  const candidates = findCandidates(passages, texts);
  const ranked = rankCandidates(readCandidates(candidates, question, wanted, statistics), question);
  const confidence = ranked[0]?.features.withHeadings ?? 0;
  const answer = confidence < 0.35 ? null : composeAnswer(selectClaims(ranked, question), texts);
  return {
    confidence,
    answer: answer ?? {
      kind: 'abstention',
      reason: passages.length === 0 ? 'nothing-relevant' : 'evidence-too-weak',
      nearest: nearestOf(passages),
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
