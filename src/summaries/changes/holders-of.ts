import type { EditionStatement } from './read-edition.ts';

/** The statements that hold a term, in their order, by term. */
export function holdersOf(
  statements: readonly EditionStatement[],
): ReadonlyMap<string, readonly EditionStatement[]> {
  const holders = new Map<string, EditionStatement[]>();
  for (const statement of statements) {
    for (const term of statement.terms) {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, [statement]);
      else known.push(statement);
    }
  }
  return holders;
}
