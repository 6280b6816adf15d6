import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { CharacterRange } from '../answer.ts';

/** Something that could be a claim: a sentence, a list item with what leads in to it, a table row. */
export interface Candidate {
  kind: 'sentence' | 'list-item' | 'table-row';
  /** Place of its passage among those given, from 0. */
  rank: number;
  /** Place within its passage, from 0. */
  position: number;
  retrieved: RetrievedPassage;
  /** The text it was read from: its passage, with lists completed. */
  source: { text: string; characterStart: number };
  /** In the publication's text; the lead-in or the table's header first where there is one. */
  ranges: CharacterRange[];
  /** The text of the ranges, joined by a space. */
  text: string;
  /** Headings above it, innermost last, from the text where it is known. */
  headings: string[];
  /** The sentence before and after it in the same paragraph. */
  previous: Candidate | null;
  next: Candidate | null;
  /** Start of the lead-in or header that items of one list or rows of one table share. */
  group: number | null;
}
