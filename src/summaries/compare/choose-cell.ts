import type { ColumnRule } from './columns/column-rule.ts';
import type { StatementInPlace } from './statement-in-place.ts';

/** More would not be read in a table. */
const mostStatements = 2;
/** From this on a statement fills a cell. */
const certainEnough = 1;
/** A second one has to be nearly as good. */
const margin = 0.35;
const mostOverlap = 0.6;
/** Longer ones say too much for a cell; the longest allowed, and from where each word costs. */
const mostWords = 75;
const easyWords = 35;
const perWordTooMany = 0.01;

/** The statements that fill a cell, in reading order; none when none does with enough certainty. */
export function chooseCell(
  statements: readonly StatementInPlace[],
  rule: ColumnRule,
): StatementInPlace[] {
  const fitting = statements
    .filter(({ words }) => words <= mostWords)
    .map((statement) => ({ statement, score: rule(statement) }))
    .filter(({ score }) => score >= certainEnough)
    .map(({ statement, score }) => ({
      statement,
      score: score - perWordTooMany * Math.max(0, statement.words - easyWords),
    }))
    .sort((left, right) => right.score - left.score);
  const best = fitting[0];
  if (best === undefined) return [];
  const chosen: StatementInPlace[] = [];
  for (const { statement, score } of fitting) {
    if (score < best.score - margin || chosen.length === mostStatements) break;
    if (chosen.every((other) => !repeats(statement, other))) chosen.push(statement);
  }
  return chosen.sort((left, right) => statements.indexOf(left) - statements.indexOf(right));
}

function repeats(one: StatementInPlace, other: StatementInPlace): boolean {
  let shared = 0;
  for (const term of one.terms) if (other.terms.has(term)) shared += 1;
  return shared > mostOverlap * Math.min(one.terms.size, other.terms.size);
}
