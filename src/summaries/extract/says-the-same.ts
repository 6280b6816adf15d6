import { repeats } from './select-statements.ts';
import type { Statement } from './statement.ts';

/**
 * Share of the terms of the shorter of two statements from which on they repeat each other though
 * they are said under different items, such as what was asked and what was found.
 */
const mostAcrossItems = 0.85;

/** Whether one of two statements adds nothing to the other. */
export function saysTheSame(one: Statement, other: Statement, isOneItem: boolean): boolean {
  if (isOneList(one, other)) return one.candidate === other.candidate;
  const isShared = one.ranges.some((range) =>
    other.ranges.some(({ start, end }) => range.start < end && start < range.end),
  );
  if (isShared) return true;
  return isOneItem ? repeats(one, other) : repeats(one, other, mostAcrossItems);
}

/** Items of one list share what leads in to them. */
function isOneList(one: Statement, other: Statement): boolean {
  const { group } = one.candidate;
  return (
    group !== null &&
    group === other.candidate.group &&
    one.ranges.length > 1 &&
    other.ranges.length > 1
  );
}
