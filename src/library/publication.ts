import type { Audience } from '../people/index.ts';

/** What a document can be. */
export const documentKinds = ['paper', 'case-study', 'policy', 'statement', 'answer'] as const;
/** Besides: a session that was announced. */
export const publicationKinds = [...documentKinds, 'notice'] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** As people call it, in the middle of a sentence. */
export const nameOfKind: Readonly<Record<PublicationKind, string>> = {
  paper: 'paper',
  'case-study': 'case study',
  policy: 'policy',
  statement: 'statement',
  answer: 'staff answer',
  notice: 'notice',
};

/**
 * Which kind counts for more where two publications disagree, higher is more: what was decided for
 * all, what all have agreed on, what was studied, what happened in one place, somebody answered or was announced.
 */
export const rankOfKind: Readonly<Record<PublicationKind, number>> = {
  policy: 4,
  statement: 3,
  paper: 2,
  'case-study': 1,
  answer: 1,
  notice: 1,
};

export const documentFormats = ['markdown', 'text', 'html', 'pdf', 'docx', 'pptx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export const publicationStatuses = ['current', 'superseded', 'retracted'] as const;

/** `superseded` and `retracted` publications stay findable but are marked wherever they are shown. */
export type PublicationStatus = (typeof publicationStatuses)[number];

/** What is known of a publication apart from its text. */
export interface PublicationMetadata {
  title: string;
  authors: string[];
  /** ISO 8601 calendar date of any precision: `2014`, `2014-10` or `2014-10-06`; null if unknown. */
  date: string | null;
  kind: PublicationKind;
  audience: Audience;
  /** Absolute http(s) address of the original; the only address Concord ever shows for it. */
  link: string | null;
  status: PublicationStatus;
  /** Title, source or link of what replaces it, when `status` is `superseded`. */
  supersededBy: string | null;
  /** UTC instant in ms before which nobody finds the publication; null when there is none. */
  embargoedUntil: number | null;
  /** BCP 47 language tag, `en` when nothing says otherwise. */
  language: string;
  /** True for original sample text that describes no real event. */
  illustrative: boolean;
}

/** One item of the library. */
export interface Publication extends PublicationMetadata {
  /** Stable for a given source: the same file keeps its id across changes. */
  id: string;
  /** Path below its library folder, with `/` separators, or another unique address of the original. */
  source: string;
  format: DocumentFormat;
  /** Number of physical pages or slides; null for formats without pages. */
  pageCount: number | null;
  /** Printed label of each physical page where the file defines labels that differ; else null. */
  pageLabels: string[] | null;
  /** SHA-256, hex, of the file's bytes and of its sidecar's. */
  contentHash: string;
  /** UTC ms. */
  addedAt: number;
  /** UTC ms. */
  changedAt: number;
  /** UTC ms at which the file vanished or was retired by a person; null while it is live. */
  retiredAt: number | null;
}
