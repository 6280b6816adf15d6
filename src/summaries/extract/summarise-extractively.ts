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
import { explainAbbreviations } from './explain-abbreviations.ts';
import { findSections } from './find-sections.ts';
import { fitStatements } from './fit-statements.ts';
import { noteLeftOut } from './left-out.ts';
import { findSilences } from './not-reported.ts';
import { findNumberedRecommendations } from './numbered-recommendations.ts';
import { plainestOf } from './plain-words.ts';
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
  const all = fitStatements(read, scored);
  const fitted = reader === 'public' ? plainestOf(explainAbbreviations(all)) : all;
  const claims = new Map<Statement, Claim | null>();
  const { claim } = createCiteStatements([read]);
  const claimOf = (statement: Statement): Claim | null => {
    const known = claims.get(statement);
    if (known !== undefined) return known;
    const quoted = [statement.explainedBy ?? [], statement].flat();
    const made = backed(
      quoted.map((each) => claim(each.candidate, each.ranges)),
      statement.text,
    );
    claims.set(statement, made);
    return made;
  };
  const isBacked = (statement: Statement): boolean => claimOf(statement) !== null;
  const sections = findSections(read.text);
  const isWhole = isUndivided(sections, all);
  // What another publication recommends is not what its answer does.
  const numbered = isResponse(publication) ? [] : findNumberedRecommendations(read, sections);
  const chosen: ChosenStatement[] = isWhole
    ? chooseByScore(fitted, { words, reader, isBacked })
    : words === null
      ? chooseOne(fitted, publication, reader, isBacked)
      : chooseStatements(fitted, { words, reader, isBacked, numbered });
  const said = scored.map(({ candidate }) => candidate.text);
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
    notReported: words === null ? [] : findSilences(publication, all, chosen, said),
    notes: words === null || isWhole ? [] : noteLeftOut(all, parts),
  };
}

/** One claim in these words, if the quotes of all hold their figures. */
function backed(claims: readonly (Claim | null)[], text: string): Claim | null {
  const [first] = claims;
  const quotes = claims.flatMap((claim) => claim?.quotes ?? []);
  if (first === null || first === undefined || claims.includes(null)) return null;
  const said = quotes.map((quote) => quote.text);
  return checkFigures(text, said).agrees ? { ...first, text, quotes } : null;
}
