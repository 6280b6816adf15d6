import { createAnalyser } from '../../retrieval/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { summaryItems } from '../summary.ts';
import type { FittedStatement } from './choose-statements.ts';
import { findByline } from './find-byline.ts';
import { findSections } from './find-sections.ts';
import { doubtful, fitOf, type ItemFit, leastFit } from './item-fit.ts';
import { presentStatements } from './present-statements.ts';
import { isResponse } from './response-voice.ts';
import type { ScoredStatement } from './scoring/scored-statement.ts';

/** Fewer words introduce nothing, and more leave no room for what is introduced. */
const leastWords = 8;
const mostWords = 45;
/** So many statements at the beginning may introduce what follows. */
const opening = 8;
const leadWorth = 0.2;
/** So many words of the title, if it has as many, have to be in what introduces it. */
const leastNamed = 2;
const leastShare = 0.25;
/** How things were, how large a town is, what a word means: not what is told of it. */
const setsScene = /^in (?:19|20)\d\d\b|\d,\d{3}|\b(?:stands for|means)\b/i;

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
  const isDivided = sections.some(({ role }) => role !== null && role !== 'apparatus');
  // Its own positions introduce what answers another publication.
  if (!answers) introduce(fitted, read.publication.title, isDivided);
  favourLeads(fitted);
  if (read.publication.status === 'retracted') sayRetracted(fitted);
  const byline = findByline(read, sections);
  if (byline === null) return fitted;
  const none = Object.fromEntries(summaryItems.map((item) => [item, 0])) as ItemFit;
  const fit = { ...none, authorship: 1.5 };
  return [{ statement: byline, fit, rank: 1 }, ...fitted];
}

/**
 * Where nothing says what a publication is, the one of its first statements that has most words of the
 * title introduces it. One that has hardly any, such as a saying or the size of a town, does not. A text
 * without parts begins with what it is about.
 */
function introduce(fitted: readonly FittedStatement[], title: string, isDivided: boolean): void {
  if (fitted.some(({ fit, statement }) => fit.about >= leastFit && statement.words <= mostWords))
    return;
  const options = fitted.filter(
    ({ fit, statement: { words } }) =>
      words >= leastWords &&
      words <= mostWords &&
      (isDivided || fit.findings < 1) &&
      fit.recommendations < leastFit &&
      fit.limits < doubtful,
  );
  const best = isDivided ? nearestTo(title, options.slice(0, opening)) : options[0];
  if (best !== undefined) best.fit.about = Math.max(leastFit, ...Object.values(best.fit));
}

function nearestTo(
  title: string,
  options: readonly FittedStatement[],
): FittedStatement | undefined {
  const named = new Set(createAnalyser().terms(title));
  const least = Math.min(named.size, Math.max(leastNamed, named.size * leastShare));
  return options
    .map((each) => {
      const { text, terms, section } = each.statement;
      const against = [section.role === 'background', setsScene.test(text)].filter(Boolean).length;
      return { each, worth: terms.intersection(named).size - against };
    })
    .filter(({ worth }) => worth >= least)
    .sort((left, right) => right.worth - left.worth)[0]?.each;
}

/** What a section on findings begins with is mostly what was found first and foremost. */
function favourLeads(fitted: readonly FittedStatement[]): void {
  fitted.forEach(({ statement: { section }, fit }, index) => {
    const isLead = fitted[index - 1]?.statement.section !== section;
    if (isLead && section.role === 'findings' && fit.findings >= leastFit)
      fit.findings += leadWorth;
  });
}

/** Of what was retracted, that it was comes before all that it says. */
function sayRetracted(fitted: readonly FittedStatement[]): void {
  for (const { statement, fit } of fitted) if (retracts.test(statement.text)) fit.about = mostFit;
}
