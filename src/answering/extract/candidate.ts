import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { CharacterRange } from '../answer.ts';

/** Something that could be a claim: a sentence, or a list item with what leads in to it. */
export interface Candidate {
  kind: 'sentence' | 'list-item' | 'table-row';
  /** Place among the passages given, from 0. */
  rank: number;
  retrieved: RetrievedPassage;
  /** In the publication's text; the lead-in first where there is one. */
  ranges: CharacterRange[];
  /** The text of the ranges, joined by a space. */
  text: string;
  /** Start of the sentence before it in the same paragraph; null at the beginning of one. */
  previous: Candidate | null;
  /** Items of one list share their lead-in. */
  leadIn: CharacterRange | null;
}
