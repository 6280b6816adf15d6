import type { SummariseAside } from '../extract/summarise-aside.ts';
import type { ReportProgress } from '../report-progress.ts';
import type { SummaryLength, SummaryReader } from '../summary.ts';

/** What is wanted of a summary by a model. */
export interface ModelSummaryOptions {
  length: SummaryLength;
  reader: SummaryReader;
  /** Most words of all statements, instead of those of `length`; null for one sentence. */
  words?: number | null;
  /** Told of each section as the model begins with it, and of the merge. Must not throw. */
  onProgress?(progress: ReportProgress): void;
  signal?: AbortSignal | undefined;
  /** Tells, without the model, what is not reported; done in this thread when left out. */
  summariseAside?: SummariseAside;
}

/** The same with its words settled. */
export type ModelSummaryTask = ModelSummaryOptions & { words: number | null };
