import type { Publication } from '../library/index.ts';
import type { Disagreement } from './disagreement/disagreement.ts';

/** A range of a publication's text, in UTF-16 code units, end exclusive. */
export interface CharacterRange {
  start: number;
  end: number;
}

/** Verbatim text of a publication, checked against it. */
export interface Quote {
  publicationId: string;
  passageId: number;
  /** As it stands in the publication; parts joined by ` … ` where text between was left out. */
  text: string;
  /** The parts' places in the publication's text, ascending. */
  ranges: CharacterRange[];
  /** Physical pages the quote touches, from 1; null for formats without pages. */
  pageStart: number | null;
  pageEnd: number | null;
  headingPath: string[];
}

/** One statement of an answer. */
export interface Claim {
  text: string;
  /** At least one. */
  quotes: Quote[];
  /** Citation numbers shown after the claim, ascending; each is the `number` of a source. */
  citations: number[];
}

/** A publication and place that claims cite. */
export interface Source {
  /** The n of `[n]`, from 1, in order of first use. */
  number: number;
  publication: Publication;
  /** Section heading of the first quote; null when there is none. */
  heading: string | null;
  /** Physical pages of the quotes, ascending, distinct; empty for formats without pages. */
  pages: number[];
}

export type AbstentionReason =
  /** The library holds nothing that this person may read. */
  | 'library-empty'
  /** Nothing found is close to the question. */
  | 'nothing-relevant'
  /** Something is close, but no sentence answers with enough certainty. */
  | 'evidence-too-weak'
  /** The message holds no question that can be looked up. */
  | 'no-question';

/** A publication near an unanswered question. */
export interface NearestPublication {
  publication: Publication;
  heading: string | null;
  page: number | null;
}

export interface Answered {
  kind: 'answer';
  composer: 'extractive' | 'model';
  claims: Claim[];
  sources: Source[];
  /** Where the claims' sources disagree, in the order of the claims; mostly empty. */
  disagreements: Disagreement[];
}

export interface Abstention {
  kind: 'abstention';
  reason: AbstentionReason;
  /** At most three, nearest first. */
  nearest: NearestPublication[];
}

export type Answer = Answered | Abstention;
