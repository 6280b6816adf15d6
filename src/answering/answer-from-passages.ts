import type { PublicationText } from '../library/index.ts';
import type { RetrievalResult, RetrievedPassage } from '../retrieval/index.ts';
import type { Abstention, AbstentionReason, Answer, NearestPublication } from './answer.ts';
import { answerThreshold, judgeEvidence } from './evidence/judge-evidence.ts';
import { type EvidenceFeatures, measureEvidence } from './evidence/measure-evidence.ts';
import { createNameCheck } from './evidence/missing-names.ts';
import { composeAnswer } from './extract/compose-answer.ts';
import { findCandidates } from './extract/find-candidates.ts';
import { weighQuestion } from './extract/question-terms.ts';
import { type RankedCandidate, rankCandidates } from './extract/rank-candidates.ts';
import { selectClaims } from './extract/select-claims.ts';
import { readCandidates } from './extract/sentence-features.ts';
import { namesOf } from './question/names-of.ts';
import type { Question } from './question/question.ts';
import { understandQuestion } from './question/understand-question.ts';
import type { TermStatistics } from './term-statistics.ts';

export interface AnswerRequest {
  /** Standalone. */
  question: string;
  /** Passages best first, and what the indexes say about them. */
  found: RetrievalResult;
  statistics: TermStatistics;
  /** Of the passages' publications, by id; where missing, pages are those of the passage. */
  texts?: ReadonlyMap<string, PublicationText>;
}

export interface AnswerOutcome {
  answer: Answer;
  /** 0..1: how sure the evidence makes Concord that the passages answer the question. */
  confidence: number;
}

/** What was weighed on the way to an answer. */
export interface ReadEvidence {
  question: Question;
  /** Best first. */
  ranked: RankedCandidate[];
  features: EvidenceFeatures;
  confidence: number;
}

const noTexts: ReadonlyMap<string, PublicationText> = new Map();

/** Answers a question from passages, without a model: chooses sentences, verifies and cites them. */
export function answerFromPassages(request: AnswerRequest): AnswerOutcome {
  const { passages, signals } = request.found;
  if (passages.length === 0) {
    return {
      confidence: 0,
      answer: abstain(signals.searched === 0 ? 'library-empty' : 'nothing-relevant', []),
    };
  }
  const { question, ranked, confidence } = readEvidence(request);
  const answer =
    confidence < answerThreshold
      ? null
      : composeAnswer(
          selectClaims(ranked, question, request.texts ?? noTexts),
          request.texts ?? noTexts,
        );
  return { confidence, answer: answer ?? abstain('evidence-too-weak', passages) };
}

/** Reads the passages for what they say about the question. */
export function readEvidence({
  question: text,
  found,
  statistics,
  texts = noTexts,
}: AnswerRequest): ReadEvidence {
  const question = understandQuestion(text);
  const wanted = weighQuestion(question, statistics);
  const candidates = findCandidates(found.passages, texts);
  const missingNames = createNameCheck(namesOf(question), texts, statistics);
  const ranked = rankCandidates(
    readCandidates(candidates, question, wanted, statistics),
    question,
    missingNames,
  );
  const features = measureEvidence(found, ranked, wanted, statistics);
  const best = ranked[0]?.candidate.retrieved;
  const missing = best === undefined ? { unknown: 0, elsewhere: 0 } : missingNames(best);
  const confidence = judgeEvidence(features, missing);
  return { question, ranked, features, confidence };
}

export function abstain(
  reason: AbstentionReason,
  passages: readonly RetrievedPassage[],
): Abstention {
  return { kind: 'abstention', reason, nearest: nearestOf(passages) };
}

/** The publications of the first passages, at most three. */
function nearestOf(passages: readonly RetrievedPassage[]): NearestPublication[] {
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
