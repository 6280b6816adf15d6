import type { Claim, Source } from '../answering/index.ts';

export const reportKinds = ['summary', 'comparison', 'changes', 'briefing'] as const;
/**
 * `summary` of one publication, `comparison` of several, `changes` from an earlier to a later one,
 * `briefing`: what there is to read on a topic.
 */
export type ReportKind = (typeof reportKinds)[number];

/** Something written from publications for somebody to take away, every statement backed by quotes. */
export interface Report {
  kind: ReportKind;
  /** Of the publication or topic it is about; holds words of documents or people. */
  title: string;
  /** What it is and for whom, such as `Brief summary for a board`. */
  description: string;
  composer: 'extractive' | 'model';
  /** At least one. */
  parts: ReportPart[];
  /** Publications cited, by the numbers that claims give as citations; ascending. */
  sources: Source[];
  /** Small print: what was left out and why. */
  notes: string[];
}

export type ReportPart = ClaimsPart | SilencePart | TablePart | SidesPart;

/** Statements, one after the other. */
export interface ClaimsPart {
  kind: 'claims';
  /** Null for a part that needs none. */
  heading: string | null;
  /** At least one. */
  claims: Claim[];
}

/** What one would expect and no publication says. */
export interface SilencePart {
  kind: 'silence';
  heading: string | null;
  /** Whole sentences, such as `The paper does not report its limits.` At least one. */
  sentences: string[];
}

/** Publications side by side, one a row. */
export interface TablePart {
  kind: 'table';
  heading: string | null;
  /** Names of the columns after the first, which names the publication. */
  columns: string[];
  rows: TableRow[];
}

export interface TableRow {
  /** `number` of a source. */
  source: number;
  /** One for each column; empty: not reported. */
  cells: Claim[][];
}

/** Statements of several publications on one thing, such as what contradicts or what has changed. */
export interface SidesPart {
  kind: 'sides';
  heading: string | null;
  sides: {
    /** What they are about, or how they differ. */
    label: string;
    /** In the order of time where there is one. One alone where the other side says nothing. */
    claims: Claim[];
  }[];
}

/** All claims of a report, in reading order. */
export function claimsOf({ parts }: Report): Claim[] {
  return parts.flatMap(claimsOfPart);
}

function claimsOfPart(part: ReportPart): Claim[] {
  switch (part.kind) {
    case 'claims':
      return part.claims;
    case 'silence':
      return [];
    case 'table':
      return part.rows.flatMap(({ cells }) => cells.flat());
    case 'sides':
      return part.sides.flatMap(({ claims }) => claims);
  }
}
