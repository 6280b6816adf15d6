import { holdersOf } from './holders-of.ts';
import type { EditionStatement } from './read-edition.ts';

/** Statements that follow each other and may together say what one says in the other edition. */
const mostTogether = 3;
/** Where a word stands in more statements than this, only the first are looked at. */
const mostTried = 200;
/** Words that a sentence needs to stand by itself. */
const little =
  /^(?:it|its|this|that|these|those|they|their|the|an?|is|are|be|been|was|were|has|have|to|of|in|on|at|for|and|also)$/;
/** Share of a statement's other words that have to stand there. */
const leastHeld = 0.9;

/**
 * Creates the function that tells whether what a statement says stands in an edition all the same,
 * cut in two or joined with more: nearly all its words, and all its figures, in a few statements
 * that follow each other.
 */
export function wordsHeld(
  edition: readonly EditionStatement[],
): (statement: EditionStatement) => boolean {
  const sets = edition.map(({ words }) => new Set(words.map(({ plain }) => plain)));
  const holding = holdersOf(edition);
  return ({ words, terms }) => {
    const telling = words.filter(({ plain }) => !little.test(plain));
    const rarest = [...terms]
      .map((term) => holding.get(term) ?? [])
      .sort((one, other) => one.length - other.length)[0];
    return (rarest ?? []).slice(0, mostTried).some(({ order: place }) => {
      for (let first = place - mostTogether + 1; first <= place; first++) {
        const together = sets.slice(Math.max(0, first), first + mostTogether);
        const isHeld = (plain: string): boolean => together.some((set) => set.has(plain));
        const held = telling.filter(({ plain }) => isHeld(plain)).length;
        const figures = telling.filter(({ kind }) => kind === 'figure');
        if (held >= leastHeld * telling.length && figures.every(({ plain }) => isHeld(plain)))
          return true;
      }
      return false;
    });
  };
}
