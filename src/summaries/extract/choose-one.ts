import type { Publication } from '../../library/index.ts';
import type { SummaryItem, SummaryReader } from '../summary.ts';
import type { ChosenStatement, FittedStatement } from './choose-statements.ts';
import { concludesItself, recommendsItself } from './item-cues.ts';
import { leastFit } from './item-fit.ts';
import { tasteFor } from './reader-taste.ts';
import type { Statement } from './statement.ts';

/** A sentence shorter than this says part of it … */
const leastWords = 10;
/** … one longer than this is read twice. */
const idealWords = 28;

/**
 * The one sentence that says what a publication found or asks for; where it does neither, what it is.
 *
 * @returns one, or none where nothing can be quoted.
 */
export function chooseOne(
  fitted: readonly FittedStatement[],
  { kind }: Pick<Publication, 'kind'>,
  reader: SummaryReader,
  isBacked: (statement: Statement) => boolean,
): ChosenStatement[] {
  const isRule = kind === 'policy' || kind === 'statement' || kind === 'answer';
  const weights: readonly [SummaryItem, number][] = [
    ['findings', 1],
    ['recommendations', isRule ? 1.1 : reader === 'board' ? 0.9 : 0.5],
    ['about', isRule ? 1.1 : 0.45],
  ];
  const options = fitted.flatMap(({ statement, fit, rank }) =>
    weights
      .filter(([item]) => fit[item] >= leastFit)
      .map(([item, weight]) => ({
        statement,
        item,
        value:
          fit[item] *
          (weight + speaksForAll(item, statement)) *
          (0.4 + 0.6 * rank) *
          brevity(statement.words) *
          (costs.test(statement.section.heading ?? '') && reader !== 'board' ? 0.75 : 1) *
          tasteFor(reader, statement.text, statement.words),
      })),
  );
  const best = options
    .filter(({ statement }) => isOneSentence(statement.text))
    .sort((left, right) => right.value - left.value)
    .find(({ statement }) => isBacked(statement));
  const any = best ?? options.find(({ statement }) => isBacked(statement));
  return any === undefined ? [] : [{ statement: any.statement, item: any.item }];
}

/** What it cost is the first thing for few. */
const costs = /\b(?:costs?|money|staff|finances?)\b/i;
/** What became of something says more than how things are. */
const change =
  /\b(?:fell|rose|lower|higher|fewer|reduc\w+|increas\w+|improv\w+|more likely|less likely|no (?:difference|effect|change)|failed?|effective)\b/i;

/** What the whole recommends or concludes says more of it than one thing among others. */
function speaksForAll(item: SummaryItem, { text, section: { role } }: Statement): number {
  const isWhole = role === 'summary' || role === 'conclusions' || role === null;
  if (item === 'recommendations') return isWhole && recommendsItself.test(text) ? 0.3 : 0;
  if (item !== 'findings') return 0;
  return (concludesItself.test(text) ? 0.15 : 0) + (change.test(text) ? 0.15 : 0);
}

/** Whether words are no more than one sentence. */
export const isOneSentence = (text: string): boolean =>
  !/[.!]["'\u2019\u201d)]*\s+["'\u2018\u201c(]*\p{Lu}/u.test(text);

function brevity(words: number): number {
  if (words < leastWords) return 0.65;
  return words <= idealWords ? 1 : Math.max(0.3, 1 - (words - idealWords) / 50);
}
