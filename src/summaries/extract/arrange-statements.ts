import type { Claim } from '../../answering/index.ts';
import type { Summary, SummaryItem } from '../summary.ts';
import type { ChosenStatement } from './choose-statements.ts';
import { placeOf, type Statement } from './statement.ts';

/** Chosen statements as claims, each under its item, in the order in which the publication says them. */
export function arrangeStatements(
  chosen: readonly ChosenStatement[],
  claimOf: (statement: Statement) => Claim | null,
): Summary['parts'] {
  const parts = new Map<SummaryItem, Claim[]>();
  const inOrder = chosen.toSorted(
    (left, right) => placeOf(left.statement) - placeOf(right.statement),
  );
  for (const { statement, item } of inOrder) {
    const claim = claimOf(statement);
    if (claim !== null) parts.set(item, [...(parts.get(item) ?? []), claim]);
  }
  return Array.from(parts, ([item, claims]) => ({ item, claims }));
}
