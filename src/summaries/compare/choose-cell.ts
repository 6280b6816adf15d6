import { repeats } from '../extract/select-statements.ts';
import { type ColumnRule, isUnder } from './columns/column-rule.ts';
import type { StatementInPlace } from './statement-in-place.ts';

/** More would not be read in a table. */
const mostStatements = 2;
/** From this on a statement fills a cell; the more there are to choose from, the more it takes. */
const certainEnough = 1;
const manyStatements = 120;
const perDoubling = 0.1;
const mostAsked = 1.6;
/** What is central to the whole, and what stands where a long text sums itself up. */
const centralBonus = 0.15;
const summaryBonus = 0.3;
const summary =
  /\b(?:abstract|(?:executive |plain language )?summary|key (?:points|findings|messages)|overview|at a glance|highlights|foreword|introduction)\b/iu;
/** A second one has to be nearly as good. */
const margin = 0.35;
/** Longer ones say too much for a cell; the longest allowed, and from where each word costs. */
const mostWords = 75;
const easyWords = 35;
const perWordTooMany = 0.01;

/** The statements that fill a cell, in reading order; none when none does with enough certainty. */
export function chooseCell(
  statements: readonly StatementInPlace[],
  rule: ColumnRule,
): StatementInPlace[] {
  const doublings = Math.max(0, Math.log2(statements.length / manyStatements));
  const needed = Math.min(mostAsked, certainEnough + perDoubling * doublings);
  const fitting = statements
    .filter(({ words }) => words <= mostWords)
    .map((statement) => ({ statement, score: rule(statement) }))
    .filter(({ score }) => score >= certainEnough)
    .map(({ statement, score }) => ({
      statement,
      score:
        score +
        centralBonus * statement.centrality +
        (doublings > 0 && isUnder(statement, summary) ? summaryBonus : 0) -
        perWordTooMany * Math.max(0, statement.words - easyWords),
    }))
    .filter(({ score }) => score >= needed)
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
