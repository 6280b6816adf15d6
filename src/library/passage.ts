import type { PageStart } from './document.ts';

/** The unit of retrieval: a piece of a publication with its place. */
export interface Passage {
  /** Database key, a positive integer, never used again for another text. */
  id: number;
  publicationId: string;
  /** Position within the publication, from 0. */
  ordinal: number;
  /** Exactly `publicationText.slice(characterStart, characterEnd)`. */
  text: string;
  /** Headings above the passage, outermost first; without the publication's title. */
  headingPath: string[];
  /** First and last physical page, from 1; null for formats without pages. */
  pageStart: number | null;
  pageEnd: number | null;
  characterStart: number;
  characterEnd: number;
}

/** A heading within a publication's text. */
export interface HeadingStart {
  /** Offset in UTF-16 code units of the heading's first character in the text. */
  offset: number;
  /** 1 to 6. */
  level: number;
  text: string;
}

/** The whole text of a publication; passages and quotes are ranges of it. */
export interface PublicationText {
  text: string;
  /**
   * Ascending by offset; empty for formats without pages. A page begins again where a section's
   * footnotes follow its text.
   */
  pageStarts: PageStart[];
  /** Ascending by offset. */
  headings: HeadingStart[];
}

/** A passage before the database has given it a key. */
export type PassageDraft = Omit<Passage, 'id' | 'publicationId'>;
