import type { ReportProgress } from '../report-progress.ts';
import type { SummaryLength, SummaryReader } from '../summary.ts';

/** What is wanted of a summary by a model. */
export interface ModelSummaryOptions {
  length: SummaryLength;
  reader: SummaryReader;
  /** Told of each section as the model begins with it, and of the merge. Must not throw. */
  onProgress?(progress: ReportProgress): void;
  signal?: AbortSignal | undefined;
}
