import type { ReadPublication } from '../read-publication.ts';
import type { FittedStatement } from './choose-statements.ts';
import { findByline } from './find-byline.ts';
import { findSections } from './find-sections.ts';
import { doubtful, fitOf, leastFit } from './item-fit.ts';
import { presentStatements } from './present-statements.ts';
import { isResponse } from './response-voice.ts';
import type { ScoredStatement } from './scoring/scored-statement.ts';

/** Fewer words introduce nothing, and more leave no room for what is introduced. */
const leastWords = 8;
const mostWords = 45;
/** So many statements at the beginning may introduce what follows. */
const opening = 2;

const retracts = /\b(?:retract(?:s|ed|ion)|withdr[ae]wn?|withdrew)\b/i;
/** More than anything else reaches. */
const mostFit = 3;

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
  // Its own positions introduce what answers another publication.
  if (!answers) introduce(fitted);
  if (read.publication.status === 'retracted') sayRetracted(fitted);
  const byline = findByline(read, sections);
  if (byline === null) return fitted;
  const none = Object.fromEntries(Object.keys(fitOf(byline, answers)).map((item) => [item, 0]));
  const fit = { ...(none as ReturnType<typeof fitOf>), authorship: 1.5 };
  return [{ statement: byline, fit, rank: 1 }, ...fitted];
}

/** What a publication begins with introduces it, where nothing says what it is. */
function introduce(fitted: readonly FittedStatement[]): void {
  if (fitted.some(({ fit, statement }) => fit.about >= leastFit && statement.words <= mostWords))
    return;
  const [first] = fitted
    .filter(
      ({ fit, statement: { words } }) =>
        words >= leastWords &&
        words <= mostWords &&
        fit.findings < 1 &&
        fit.recommendations < leastFit &&
        fit.limits < doubtful,
    )
    .slice(0, opening);
  if (first !== undefined) first.fit.about = Math.max(leastFit, ...Object.values(first.fit));
}

/** Of what was retracted, that it was comes before all that it says. */
function sayRetracted(fitted: readonly FittedStatement[]): void {
  for (const { statement, fit } of fitted) if (retracts.test(statement.text)) fit.about = mostFit;
}
