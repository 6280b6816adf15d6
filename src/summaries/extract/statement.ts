import type { CharacterRange } from '../../answering/index.ts';
import type { Section } from './find-sections.ts';
import type { ScoredStatement } from './scoring/scored-statement.ts';

/** Something that can stand in a summary as it is. */
export interface Statement extends ScoredStatement {
  /** What the claim will say: the words of its quote, tidied. */
  text: string;
  /** What it quotes, in the publication's text, ascending. */
  ranges: CharacterRange[];
  section: Section;
  /** How far into the publication it stands: 0 the beginning, 1 the end. */
  place: number;
  /** Says what an abbreviation in it stands for; its words come first in `text`. */
  explainedBy?: Statement;
}
