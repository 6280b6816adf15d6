import type { AlignedPair } from './align-statements.ts';
import { diffWords } from './diff-words.ts';
import type { EditionStatement } from './read-edition.ts';

/** Statements that one edition lacks although all they say stands in it. */
export interface HeldElsewhere {
  earlier: ReadonlySet<EditionStatement>;
  later: ReadonlySet<EditionStatement>;
}

/**
 * Whether a statement only seems to have lost or gained words: they have become a sentence of their
 * own next to it, or such a sentence has been joined with it.
 */
export function createCutOrJoined(held: HeldElsewhere): (pair: AlignedPair) => boolean {
  const cutOff = placesOf(held.later);
  const joined = placesOf(held.earlier);
  return ({ earlier, later }) => {
    const replacements = diffWords(earlier.words, later.words);
    return (
      (replacements.every(({ after }) => after.length === 0) && isNextTo(later, cutOff)) ||
      (replacements.every(({ before }) => before.length === 0) && isNextTo(earlier, joined))
    );
  };
}

const placesOf = (statements: ReadonlySet<EditionStatement>): ReadonlySet<number> =>
  new Set([...statements].map(({ order }) => order));

function isNextTo({ order }: EditionStatement, places: ReadonlySet<number>): boolean {
  return places.has(order - 1) || places.has(order + 1);
}
