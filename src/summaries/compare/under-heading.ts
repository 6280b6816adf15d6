import { createAnalyser } from '../../retrieval/index.ts';
import type { StatementInPlace } from './statement-in-place.ts';

const analyser = createAnalyser();
const asking =
  /^(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did|the|its|their|any|of|on|about|main|many|much)\b\s*/iu;
/** `When did it start` is not answered by what stands under `Starting point`. */
const askingForOne = /^(?:when|who|whose|where|why)\b/iu;
/** A heading that names more besides is about something else. */
const mostOther = 2;
const mostWords = 75;
const earlyBonus = 0.3;
/** A table under such a heading is what it announces. */
const tableBonus = 0.5;
/** Asked for by the form of what answers, and seldom named in it. */
const formWords =
  /^(?:effects?|impacts?|results?|outcomes?|benefits?|numbers?)\s+(?:on|of|for)\s+/iu;

/** What a column names, by its stems. */
export function columnTerms(column: string): string[] {
  let plain = column.trim();
  while (asking.test(plain)) plain = plain.replace(asking, '');
  plain = plain.replace(formWords, '');
  return analyser.terms(plain);
}

/** The statements of sections that are headed by what a column names, most telling first. */
export function underHeading(
  statements: readonly StatementInPlace[],
  column: string,
): StatementInPlace[] {
  const wanted = columnTerms(column);
  if (wanted.length === 0 || askingForOne.test(column)) return [];
  return statements
    .filter(({ headings, words, isBound }) => {
      const heading = new Set(analyser.terms(headings.at(-1) ?? ''));
      return (
        !isBound &&
        words <= mostWords &&
        heading.size <= wanted.length + mostOther &&
        wanted.every((term) => heading.has(term))
      );
    })
    .map((statement) => ({
      statement,
      score:
        statement.centrality +
        earlyBonus / (1 + statement.inSection) +
        (statement.candidate.kind === 'table-row' ? tableBonus : 0),
    }))
    .sort((one, other) => other.score - one.score)
    .map(({ statement }) => statement);
}
