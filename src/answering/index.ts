export * from './answer.ts';
export {
  type AnswerOutcome,
  type AnswerRequest,
  answerFromPassages,
} from './answer-from-passages.ts';
export { type AskQuestionParts, createAskQuestion } from './ask-question.ts';
export * from './budget/budget.ts';
export {
  type BudgetGuard,
  type BudgetGuardParts,
  type BudgetOwner,
  createBudgetGuard,
} from './budget/budget-guard.ts';
export { costOf, createPrices, type Price, type Prices } from './budget/prices.ts';
export type { SpendingKey, SpendingStore } from './budget/spending-store.ts';
export {
  type AnswerCache,
  type AnswerCacheParts,
  createAnswerCache,
} from './cache/answer-cache.ts';
export type { CachedAnswer, CachedAnswers } from './cache/cached-answers.ts';
export { areNewer } from './disagreement/compare-standing.ts';
export { describeDisagreements } from './disagreement/describe-disagreement.ts';
export type { Disagreement } from './disagreement/disagreement.ts';
export { type Difference, findDifference, markedLikeness } from './disagreement/find-difference.ts';
export { readStatement, type Statement } from './disagreement/read-statement.ts';
export { saysSame } from './disagreement/says-same.ts';
export * from './exchange.ts';
export {
  createExplainQuestion,
  type ExplainQuestion,
  type Explanation,
  type WeighedSentence,
} from './explain-question.ts';
export { ownText } from './extract/answer-fit.ts';
export type { Candidate } from './extract/candidate.ts';
export type { ChosenClaim } from './extract/chosen-claim.ts';
export { composeAnswer } from './extract/compose-answer.ts';
export { findCandidates } from './extract/find-candidates.ts';
export { isDangling, pointsBack } from './extract/points-back.ts';
export { withAntecedent } from './extract/with-antecedent.ts';
export * from './feedback.ts';
export { checkFigures, type FiguresCheck } from './figures/check-figures.ts';
export type { Figure, FigureMeaning } from './figures/figure.ts';
export { readFigures } from './figures/read-figures.ts';
export type { SearchParts, SearchScope } from './find-passages.ts';
export type { AskForClaims } from './model/ask-for-claims.ts';
export {
  type ClaimDraft,
  claimDraft,
  type Numbered,
  type OfferedClaim,
} from './model/claim-draft.ts';
export { createClaimIntake, notSupported, type RejectedClaim } from './model/claim-intake.ts';
export { createSupportJudge, type JudgeSupport } from './model/judge-support.ts';
export { createModelCalls, type ModelCall, type ModelCalls } from './model/model-calls.ts';
export { type FailureWords, failureWords, modelNote } from './model/model-note.ts';
export {
  beginRun,
  countDropped,
  type ModelRun,
  type ModelRunFailure,
  type ModelStepRun,
} from './model/model-run.ts';
export {
  createModelSessions,
  type ModelSession,
  type ModelSessionParts,
  type OpenModelSession,
} from './model/model-session.ts';
export { type ClaimsRead, readClaimsOf } from './model/read-claims.ts';
export { repairClaims } from './model/repair-claims.ts';
export type { LabelledPassages } from './model/show-passages.ts';
export type { ClaimFailure, ClaimVerification, VerifiedClaim } from './model/verified-claim.ts';
export { verifyClaim } from './model/verify-claim.ts';
export { holdsOrder } from './orders/find-orders.ts';
export { type DetectedLanguage, detectLanguage } from './question/detect-language.ts';
export { type IdentifierKind, type Redaction, redactIdentifiers } from './question/redact.ts';
export { negationAgrees } from './quotes/negation.ts';
export type { QuoteFailure } from './quotes/quote-failure.ts';
export {
  type QuotableText,
  type QuoteVerification,
  verifyQuote,
} from './quotes/verify-quote.ts';
export {
  createSuggestQuestions,
  type QuestionSuggestions,
  type SuggestQuestionsParts,
} from './suggest-questions.ts';
export type { SuggestedQuestion, SuggestQuestions } from './suggested-question.ts';
export { countTerms, informationOf, type TermStatistics } from './term-statistics.ts';
export { findOnTopic, type OnTopic, type TopicFindings } from './topics/find-on-topic.ts';
export type { TopicWords } from './topics/topic-words.ts';
export type { ModelUsage, UsageSum } from './usage/model-usage.ts';
export {
  type BudgetUse,
  createReportUsage,
  type ReportUsage,
  type UsageReport,
} from './usage/report-usage.ts';
export type { UsageRecord, UsageStore } from './usage/usage-store.ts';
