import type { ReadPublication } from '../read-publication.ts';
import type { FittedStatement } from './choose-statements.ts';
import { findByline } from './find-byline.ts';
import { findSections } from './find-sections.ts';
import { fitOf } from './item-fit.ts';
import { presentStatements } from './present-statements.ts';
import { isResponse } from './response-voice.ts';
import type { ScoredStatement } from './scoring/scored-statement.ts';

/** The statements of a publication that can stand in a summary, and which item each serves. */
export function fitStatements(
  read: ReadPublication,
  scored: readonly ScoredStatement[],
): FittedStatement[] {
  const sections = findSections(read.text);
  const presented = presentStatements(read, scored);
  const answers = isResponse(read.publication);
  const ascending = presented.map(({ score }) => score).sort((left, right) => left - right);
  const rankOf = new Map(
    ascending.map((score, index) => [score, index / Math.max(1, ascending.length - 1)]),
  );
  const fitted = presented.map((statement) => ({
    statement,
    fit: fitOf(statement, answers),
    rank: rankOf.get(statement.score) ?? 0,
  }));
  const byline = findByline(read, sections);
  if (byline === null) return fitted;
  const none = Object.fromEntries(Object.keys(fitOf(byline, answers)).map((item) => [item, 0]));
  const fit = { ...(none as ReturnType<typeof fitOf>), authorship: 1.5 };
  return [{ statement: byline, fit, rank: 1 }, ...fitted];
}
