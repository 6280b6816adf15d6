import { createAnalyser } from '../../retrieval/index.ts';
import type { StatementInPlace } from './statement-in-place.ts';

const analyser = createAnalyser();
const asking =
  /^(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did|the|its|their|any|of|on|about|main|many|much)\b\s*/iu;
/** A heading that names more besides is about something else. */
const mostOther = 2;
const mostWords = 75;
const earlyBonus = 0.3;

/** What a column names, by its stems. */
export function columnTerms(column: string): string[] {
  let plain = column.trim();
  while (asking.test(plain)) plain = plain.replace(asking, '');
  return analyser.terms(plain);
}

/** The statements of sections that are headed by what a column names, most telling first. */
export function underHeading(
  statements: readonly StatementInPlace[],
  column: string,
): StatementInPlace[] {
  const wanted = columnTerms(column);
  if (wanted.length === 0) return [];
  return statements
    .filter(({ headings, words, isBound, candidate }) => {
      const heading = new Set(analyser.terms(headings.at(-1) ?? ''));
      return (
        !isBound &&
        candidate.kind !== 'table-row' &&
        words <= mostWords &&
        heading.size <= wanted.length + mostOther &&
        wanted.every((term) => heading.has(term))
      );
    })
    .map((statement) => ({
      statement,
      score: statement.centrality + earlyBonus / (1 + statement.inSection),
    }))
    .sort((one, other) => other.score - one.score)
    .map(({ statement }) => statement);
}
