import { negationAgrees } from '../quotes/negation.ts';
import { findDifference, isAnotherCase, isSame, markedLikeness } from './find-difference.ts';
import type { Amount } from './read-amounts.ts';
import { differInDuty, differInEffect, goOppositeWays } from './read-stance.ts';
import type { Statement } from './read-statement.ts';

/** Least terms that both have, and least of 2·shared / (terms of both), 0..1. */
const least = { shared: 4, dice: 0.6 };

/**
 * Whether two statements say the same in much the same words: as much of it as words and figures
 * show. Rather misses an agreement than makes one up.
 */
export function saysSame(one: Statement, other: Statement): boolean {
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length;
  if (shared < least.shared) return false;
  if ((2 * shared) / (one.terms.size + other.terms.size) < least.dice) return false;
  return (
    !isAnotherCase(one, other) &&
    figuresAgree(one.amounts, other.amounts) &&
    negationAgrees(one.text, [other.text]) &&
    negationAgrees(other.text, [one.text]) &&
    !goOppositeWays(one.text, other.text) &&
    !differInDuty(one.text, other.text) &&
    !differInEffect(one.text, other.text) &&
    findDifference(one, other, markedLikeness) === null
  );
}

/** Whether neither gives a figure for which the other has another one, or none. */
function figuresAgree(one: readonly Amount[], other: readonly Amount[]): boolean {
  const isHeld = (amount: Amount, among: readonly Amount[]): boolean =>
    among.some((each) => each.unit === amount.unit && isSame(amount, each));
  return (
    one.length === other.length &&
    one.every((amount) => isHeld(amount, other)) &&
    other.every((amount) => isHeld(amount, one))
  );
}
