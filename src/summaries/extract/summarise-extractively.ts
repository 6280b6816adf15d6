import { type Claim, checkFigures } from '../../answering/index.ts';
import { createCiteStatements } from '../cite-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import {
  type Summary,
  type SummaryLength,
  type SummaryReader,
  summaryItems,
  wordsOf,
} from '../summary.ts';
import { arrangeStatements } from './arrange-statements.ts';
import { chooseByScore, isUndivided } from './choose-by-score.ts';
import { chooseOne } from './choose-one.ts';
import { type ChosenStatement, chooseStatements } from './choose-statements.ts';
import { findSections } from './find-sections.ts';
import { fitStatements } from './fit-statements.ts';
import { findSilences } from './not-reported.ts';
import { findNumberedRecommendations } from './numbered-recommendations.ts';
import { readStatements } from './read-statements.ts';
import { isResponse } from './response-voice.ts';
import { scoreStatements } from './scoring/score-statements.ts';
import type { Statement } from './statement.ts';

export interface ExtractOptions {
  length: SummaryLength;
  reader: SummaryReader;
  /** Words aimed at in all statements, instead of those of `length`; null for one sentence. */
  words?: number | null;
}

/**
 * Summarises a publication in its own words, without a model: statements that stand alone, chosen
 * for what they say of it, each under the item it serves, with a verified quote.
 *
 * @returns null when it says nothing that can be quoted.
 */
export function summariseExtractively(
  read: ReadPublication,
  { length, reader, words = wordsOf[length] }: ExtractOptions,
): Summary | null {
  const { publication } = read;
  const scored = scoreStatements(readStatements(read), publication);
  const fitted = fitStatements(read, scored);
  const claims = new Map<Statement, Claim | null>();
  const { claim } = createCiteStatements([read]);
  const claimOf = (statement: Statement): Claim | null => {
    const known = claims.get(statement);
    if (known !== undefined) return known;
    const made = backed(claim(statement.candidate, statement.ranges), statement.text);
    claims.set(statement, made);
    return made;
  };
  const isBacked = (statement: Statement): boolean => claimOf(statement) !== null;
  const sections = findSections(read.text);
  const isWhole = isUndivided(sections, fitted);
  // What another publication recommends is not what its answer does.
  const numbered = isResponse(publication) ? [] : findNumberedRecommendations(read, sections);
  const chosen: ChosenStatement[] = isWhole
    ? chooseByScore(fitted, { words, reader, isBacked })
    : words === null
      ? chooseOne(fitted, publication, reader, isBacked)
      : chooseStatements(fitted, { words, reader, isBacked, numbered });
  const parts = arrangeStatements(chosen, claimOf);
  if (parts.length === 0) return null;
  return {
    publication,
    length,
    reader,
    composer: 'extractive',
    parts: isWhole
      ? parts
      : parts.toSorted(
          (left, right) => summaryItems.indexOf(left.item) - summaryItems.indexOf(right.item),
        ),
    notReported: words === null ? [] : findSilences(publication, fitted, chosen),
    notes: [],
  };
}

/** The claim in the statement's words, if its quote holds their figures. */
function backed(claim: Claim | null, text: string): Claim | null {
  if (claim === null) return null;
  const quotes = claim.quotes.map((quote) => quote.text);
  return checkFigures(text, quotes).agrees ? { ...claim, text } : null;
}
