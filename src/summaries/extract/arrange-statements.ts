import type { Claim } from '../../answering/index.ts';
import type { Summary, SummaryItem } from '../summary.ts';
import type { ChosenStatement } from './choose-statements.ts';
import { startOf } from './read-statements.ts';
import type { Statement } from './statement.ts';

/** Makes a claim in a statement's words; null when it is not backed. */
export type ClaimOf = (statement: Statement) => Claim | null;

/**
 * Chosen statements as claims, each under its item, in the order in which the publication says them.
 * Items of one list come together, with what leads in to them once.
 */
export function arrangeStatements(
  chosen: readonly ChosenStatement[],
  claimOf: ClaimOf,
): Summary['parts'] {
  const parts = new Map<SummaryItem, Statement[]>();
  const inOrder = chosen.toSorted(
    (left, right) => startOf(left.statement) - startOf(right.statement),
  );
  for (const { statement, item } of inOrder)
    parts.set(item, joinLists([...(parts.get(item) ?? []), statement], claimOf));
  return Array.from(parts, ([item, statements]) => ({
    item,
    claims: statements.map(claimOf).filter((claim) => claim !== null),
  })).filter(({ claims }) => claims.length > 0);
}

/** The last two as one where both are items of one list and hold together. */
function joinLists(statements: readonly Statement[], claimOf: ClaimOf): Statement[] {
  const [before, last] = statements.slice(-2);
  const joined = before === undefined || last === undefined ? null : join(before, last);
  return joined === null || claimOf(joined) === null
    ? [...statements]
    : [...statements.slice(0, -2), joined];
}

function join(before: Statement, last: Statement): Statement | null {
  const lead = before.ranges[0];
  const item = last.ranges.at(-1);
  if (lead === undefined || item === undefined || last.ranges.length !== 2) return null;
  if (before.ranges.length < 2 || lead.start !== last.ranges[0]?.start) return null;
  const shared = sharedOpening(before.text, last.text);
  if (!/[:\u2013\u2014-]\s$/.test(shared)) return null;
  const text = `${before.text.replace(/\.$/, '')}; ${last.text.slice(shared.length)}`;
  return { ...before, text, ranges: [...before.ranges, item] };
}

function sharedOpening(one: string, other: string): string {
  const end = Math.max(one.indexOf(': '), one.indexOf(':\u00a0')) + 2;
  return end > 1 && other.startsWith(one.slice(0, end)) ? one.slice(0, end) : '';
}
