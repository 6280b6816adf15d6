export * from './answer.ts';
export {
  type AnswerOutcome,
  type AnswerRequest,
  answerFromPassages,
} from './answer-from-passages.ts';
export { type AskQuestionParts, createAskQuestion } from './ask-question.ts';
export * from './exchange.ts';
export { countTerms, type TermStatistics } from './term-statistics.ts';
