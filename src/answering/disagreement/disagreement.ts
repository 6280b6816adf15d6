/** Two claims of one answer whose publications say different things about the same. */
export interface Disagreement {
  /** Places of the two in the answer's claims, from 0, ascending. */
  claims: [number, number];
  /**
   * The one of the two whose publications were all published after the other's; null when the dates
   * do not tell.
   */
  newer: number | null;
  /** The one of the two whose publications all rank above the other's; null when none does. */
  ranksHigher: number | null;
}
