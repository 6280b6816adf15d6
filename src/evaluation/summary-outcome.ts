import type { Claim, ModelRun } from '../answering/index.ts';
import type { Summary } from '../summaries/index.ts';
import type { RougeScores } from './scorers/rouge.ts';
import type { SummarisedDocument } from './summaries-set.ts';

/** What became of one document. */
export interface SummaryOutcome {
  document: SummarisedDocument;
  /** Null when nothing in it could be quoted. */
  summary: Summary | null;
  /** In the order in which people read them. */
  claims: Claim[];
  /** Claims that the stored text does not bear out. */
  unfounded: Claim[];
  rouge: RougeScores;
  /** As people count them; */
  words: number;
  /** as a share of the document's, more than 0. */
  share: number;
  redundancy: number;
  /** Null when there is no summary. */
  readingEase: number | null;
  /** From the document's text to the summary, reading and splitting included. */
  seconds: number;
  /** Null when no model was asked. */
  modelRun: ModelRun | null;
}
