import type { Audience } from '../people/index.ts';
import type { ReportProgress } from './report-progress.ts';
import type { KeptReport } from './report-store.ts';
import type { SummaryLength, SummaryReader } from './summary.ts';

/** What is the same for whatever is asked to be written. */
export interface ReportRequest {
  /** Of everybody who will see it; what they may not read is not drawn on. */
  audiences: readonly Audience[];
  /** Slack id of who asks, whose budget a model's use counts in; null when nobody known to Slack does. */
  asker: string | null;
  /** Id of the channel in which it is asked for, whose budget it counts in, too. */
  channel?: string | undefined;
  /** Told of each step. Not called for what was written before. Must not throw. */
  onProgress?(progress: ReportProgress): void;
  signal?: AbortSignal;
}

export interface SummariseRequest extends ReportRequest {
  publicationId: string;
  length: SummaryLength;
  reader: SummaryReader;
}

/** A file that is not in the library and does not come into it. */
export interface SummariseFileRequest extends ReportRequest {
  /** As its sender named it; tells its format where the bytes do not. */
  filename: string;
  bytes: Uint8Array;
  /** Whose file it is: the only one who is shown the summary. */
  owner: string | null;
  length: SummaryLength;
  reader: SummaryReader;
}

export interface CompareRequest extends ReportRequest {
  /** 2 to 8, none twice. */
  publicationIds: readonly string[];
  /** Columns of the table, as in `comparisonColumns`, or questions of one's own. */
  columns: readonly string[];
}

export interface ChangesRequest extends ReportRequest {
  earlierId: string;
  laterId: string;
}

export interface BriefingRequest extends ReportRequest {
  /** As somebody typed it. */
  topic: string;
}

/**
 * Writes reports from the library and keeps them: what was written before is given again while
 * nothing that it depends on has changed.
 */
export interface Summaries {
  /** @throws {ReportRefused} */
  summarise(request: SummariseRequest): Promise<KeptReport>;
  /** @throws {ReportRefused} */
  summariseFile(request: SummariseFileRequest): Promise<KeptReport>;
  /** @throws {ReportRefused} */
  compare(request: CompareRequest): Promise<KeptReport>;
  /** @throws {ReportRefused} */
  changes(request: ChangesRequest): Promise<KeptReport>;
  /** @throws {ReportRefused} */
  brief(request: BriefingRequest): Promise<KeptReport>;
  /**
   * One that was written before; null when it is not kept any more, is for somebody else, or draws
   * on what somebody with these audiences may not read now.
   */
  find(
    id: string,
    reader: { person: string | null; audiences: readonly Audience[] },
  ): Promise<KeptReport | null>;
}
