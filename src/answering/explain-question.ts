import type { Audience } from '../people/index.ts';
import type { RetrievalResult } from '../retrieval/index.ts';
import { readEvidence } from './answer-from-passages.ts';

import { answerThreshold } from './evidence/judge-evidence.ts';
import type { EvidenceFeatures } from './evidence/measure-evidence.ts';
import type { SentenceFeatures } from './extract/sentence-features.ts';
import { findPassages, type SearchParts } from './find-passages.ts';
import type { QuestionType } from './question/question.ts';

/** A sentence that was weighed as a claim. */
export interface WeighedSentence {
  text: string;
  publicationTitle: string;
  score: number;
  features: SentenceFeatures;
}

/** Why a question was answered as it was. */
export interface Explanation {
  standaloneQuestion: string;
  type: QuestionType;
  /** The part of the question that asks. */
  focus: string;
  found: RetrievalResult;
  features: EvidenceFeatures;
  confidence: number;
  /** Below this confidence nothing is answered. */
  threshold: number;
  /** The best ten, best first. */
  sentences: WeighedSentence[];
}

export type ExplainQuestion = (request: {
  standaloneQuestion: string;
  audiences: readonly Audience[];
}) => Promise<Explanation>;

const sentencesShown = 10;

/** Creates the function that tells what was retrieved for a question and how it was weighed. */
export function createExplainQuestion(parts: SearchParts): ExplainQuestion {
  return async ({ standaloneQuestion, audiences }) => {
    const gathered = await findPassages(parts, standaloneQuestion, { audiences });
    const { question, ranked, features, confidence } = readEvidence(gathered);
    return {
      standaloneQuestion,
      type: question.type,
      focus: question.focus,
      found: gathered.found,
      features,
      confidence: gathered.found.passages.length === 0 ? 0 : confidence,
      threshold: answerThreshold,
      sentences: ranked.slice(0, sentencesShown).map(({ candidate, score, features: own }) => ({
        text: candidate.text,
        publicationTitle: candidate.retrieved.publication.title,
        score,
        features: own,
      })),
    };
  };
}
