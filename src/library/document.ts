import type { DocumentFormat } from './publication.ts';

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'footnote';

/** Where a page begins within a text. */
export interface PageStart {
  /** Physical page or slide, from 1. */
  page: number;
  /** Offset in UTF-16 code units of the page's first character in the text. */
  offset: number;
}

/** A structural unit in reading order. */
export interface Block {
  kind: BlockKind;
  /** One line, NFC, single spaces, trimmed, never empty. A table row is `cell | cell | cell`. */
  text: string;
  /** 1 (document title) to 6; only for headings. */
  level?: number;
  /**
   * Pages this block touches, ascending, the first at offset 0; empty for formats without pages.
   * A paragraph that runs on over a page break has two entries.
   */
  pages: PageStart[];
}

/** What the file says of itself; each undefined when it says nothing usable. */
export interface DocumentProperties {
  title?: string;
  authors?: string[];
  /** ISO 8601 calendar date. */
  date?: string;
  language?: string;
  link?: string;
  /** Front matter as parsed, unvalidated (Markdown only). */
  frontMatter?: Record<string, unknown>;
}

/** A file turned into text with structure. */
export interface ReadDocument {
  format: DocumentFormat;
  blocks: Block[];
  /** Physical pages or slides; null for formats without pages. */
  pageCount: number | null;
  /** Printed label of every physical page, where the file defines labels; else null. */
  pageLabels: string[] | null;
  properties: DocumentProperties;
  /** For the operator: what was left out and why ("page 7 holds no text"). */
  warnings: string[];
}
