import type { SummaryLength, SummaryReader } from '../summary.ts';

/** What somebody wants who typed it in their own words. */
export type TypedRequest =
  | SummaryWanted
  | ComparisonWanted
  | ChangesWanted
  | BriefingWanted
  /** A summary of what people wrote to each other, which Concord does not read. */
  | { kind: 'conversation' }
  /** An ordinary question, or anything else. */
  | { kind: 'question' };

export interface SummaryWanted {
  kind: 'summary';
  /** As the publication was named; empty when none was. */
  named: string;
  length: SummaryLength;
  reader: SummaryReader;
  /** `Key points of falls`: a summary where this names a publication, else a question. */
  mayBeQuestion: boolean;
}

export interface ComparisonWanted {
  kind: 'comparison';
  /**
   * Ways to read which publications are named, at least two in each, the likeliest first: a name may
   * hold an `and` of its own, and what stands after `on` may be part of it or a column. None where
   * `groups` holds one.
   */
  readings: { named: string[]; columns: string[] }[];
  /** The same of publications that share one name, `the two heart failure papers`: two to seven. */
  groups: { named: string; count: number; columns: string[] }[];
}

export interface ChangesWanted {
  kind: 'changes';
  /** Ways to read which two are named, in the order of the words, the likeliest first. At least one. */
  readings: [string, string][];
}

export interface BriefingWanted {
  kind: 'briefing';
  topic: string;
}
