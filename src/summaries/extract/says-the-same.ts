import type { Statement } from './statement.ts';

/** Share of the terms of the shorter of two statements from which on they say the same … */
const mostOverlap = 0.6;
/** … or, said under different items, such as what was asked and what was found, repeat each other. */
const mostAcrossItems = 0.85;

/** Whether one of two statements adds nothing to the other. */
export function saysTheSame(one: Statement, other: Statement, isOneItem: boolean): boolean {
  if (isOneList(one, other)) return one.candidate === other.candidate;
  const isShared = one.ranges.some((range) =>
    other.ranges.some(({ start, end }) => range.start < end && start < range.end),
  );
  if (isShared) return true;
  let shared = 0;
  for (const term of one.terms) if (other.terms.has(term)) shared += 1;
  const most = isOneItem ? mostOverlap : mostAcrossItems;
  return shared > most * Math.min(one.terms.size, other.terms.size);
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
