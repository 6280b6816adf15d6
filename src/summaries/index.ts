export {
  type BriefingParts,
  type WriteBriefingRequest,
  writeBriefing,
} from './briefing/write-briefing.ts';
export { findChanges } from './changes/find-changes.ts';
export type { ComparisonSearch } from './compare/answer-cell.ts';
export {
  type ComparisonRequest,
  comparePublications,
  fewestCompared,
  mostCompared,
} from './compare/compare-publications.ts';
export * from './compare/comparison-columns.ts';
export { createSummaries, type SummariesParts } from './create-summaries.ts';
export { readStatements } from './extract/read-statements.ts';
export { type ScoringContext, scoreStatements } from './extract/scoring/score-statements.ts';
export type { ScoredStatement } from './extract/scoring/scored-statement.ts';
export { selectStatements } from './extract/select-statements.ts';
export { type ExtractOptions, summariseExtractively } from './extract/summarise-extractively.ts';
export * from './files/index.ts';
export { type FoundPublications, findPublications } from './find-publications.ts';
export { estimateSummaryTokens, type SummaryEstimate } from './model/estimate-summary-tokens.ts';
export type { ModelSummaryOptions } from './model/model-summary-options.ts';
export { summariseWithModel } from './model/summarise-with-model.ts';
export { presentSides, type ShownSide } from './present-sides.ts';
export * from './read-publication.ts';
export * from './report.ts';
export * from './report-progress.ts';
export * from './report-refused.ts';
export * from './report-store.ts';
export type { FoundNamed } from './requests/find-named.ts';
export {
  type MeantReport,
  type NamedRequest,
  namePublications,
} from './requests/name-publications.ts';
export { readFileRequest } from './requests/read-file-request.ts';
export { readRequest } from './requests/read-request.ts';
export type {
  BriefingWanted,
  ChangesWanted,
  ComparisonWanted,
  SummaryWanted,
  TypedRequest,
} from './requests/typed-request.ts';
export { shortTitles } from './short-titles.ts';
export * from './summaries.ts';
export * from './summary.ts';
export { summaryInShort } from './summary-in-short.ts';
export { summaryPrompts } from './summary-prompts.ts';
export { reportOfSummary } from './summary-report.ts';
