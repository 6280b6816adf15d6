import type { AnswersEvaluation } from '../evaluation/index.ts';

/** What became of every question, in the order they were asked. */
export function answersDetails({ outcomes }: AnswersEvaluation): object[] {
  return outcomes.map(
    ({ case: asked, exchange, evidenceHit, answerContained, rejectedAgain, unfounded }) => {
      const { answer, confidence } = exchange;
      const isAnswer = answer.kind === 'answer';
      return {
        id: asked.id,
        question: asked.question,
        answerable: asked.answerable,
        answered: isAnswer,
        confidence,
        abstention_reason: isAnswer ? null : answer.reason,
        evidence_hit: evidenceHit,
        answer_contained: answerContained,
        rejected_again: rejectedAgain,
        claims: isAnswer ? answer.claims.map((claim) => claim.text) : [],
        disagreements: isAnswer ? answer.disagreements.map(({ claims }) => claims) : [],
        evidence: asked.evidence,
        answers: asked.answers,
        unfounded_quotes: unfounded.map((quote) => quote.text),
      };
    },
  );
}
