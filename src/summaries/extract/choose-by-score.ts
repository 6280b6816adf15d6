import { type SummaryItem, type SummaryReader, summaryItems } from '../summary.ts';
import { isOneSentence } from './choose-one.ts';
import type { ChosenStatement, FittedStatement } from './choose-statements.ts';
import type { Section } from './find-sections.ts';
import { tasteFor } from './reader-taste.ts';
import { selectStatements } from './select-statements.ts';

/** Longer texts have parts that serve different ends, whether headings tell which or not. */
const mostStatements = 40;

/**
 * Whether a text is too short to have parts that its headings tell apart, such as an abstract or a
 * press notice: all of it is about what it is about, and its order is the best there is.
 */
export function isUndivided(
  sections: readonly Section[],
  fitted: readonly FittedStatement[],
): boolean {
  return (
    fitted.length <= mostStatements &&
    sections.every(({ role }) => role === null || role === 'apparatus')
  );
}

export interface ChooseByScoreOptions {
  /** Most words of all; null for one sentence. */
  words: number | null;
  reader: SummaryReader;
  /** Whether its quote holds. */
  isBacked(statement: FittedStatement['statement']): boolean;
}

/**
 * What an undivided text says that matters most, and who wrote it where it says so; each under the
 * item that it suits best, in the order of the text.
 */
export function chooseByScore(
  fitted: readonly FittedStatement[],
  { words, reader, isBacked }: ChooseByScoreOptions,
): ChosenStatement[] {
  const backed = fitted
    .filter(({ statement }) => isBacked(statement))
    .map((each) => ({ ...each.statement, score: scoreFor(reader, each), of: each }));
  const byline = backed.find(({ of: { fit } }) => bestItem(fit) === 'authorship');
  const isNamed = words !== null && byline !== undefined && byline.words < words / 2;
  const rest = backed.filter((each) => each !== byline);
  const single = words === null ? rest.filter(({ text }) => isOneSentence(text)) : [];
  const chosen = selectStatements(single.length > 0 ? single : rest, {
    words: words === null || !isNamed ? words : words - byline.words,
  });
  return [...(isNamed ? [byline] : []), ...chosen].map(({ of }) => ({
    statement: of.statement,
    item: bestItem(of.fit),
  }));
}

/**
 * How much it counts that a statement tells what the text is, found or asks for. Makes no difference
 * to ROUGE on development data, where scores were fitted; leaders want these first.
 */
const weightOfItems = 0.4;

function scoreFor(reader: SummaryReader, { statement, fit }: FittedStatement): number {
  const served = Math.max(fit.about, fit.findings, fit.recommendations);
  const { score, text, words } = statement;
  return score + weightOfItems * served + Math.log(tasteFor(reader, text, words));
}

/** The first of those that it suits best. */
function bestItem(fit: FittedStatement['fit']): SummaryItem {
  return summaryItems.reduce((best, item) => (fit[item] > fit[best] ? item : best));
}
