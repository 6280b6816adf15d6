import { describe, expect, test } from 'vitest';
import { countTerms } from '../../../src/answering/index.ts';
import { createAnalyser } from '../../../src/retrieval/index.ts';
import { createCiteStatements } from '../../../src/summaries/cite-statements.ts';
import { answerCell } from '../../../src/summaries/compare/answer-cell.ts';
import { placeStatements } from '../../../src/summaries/compare/statement-in-place.ts';
import { underHeading } from '../../../src/summaries/compare/under-heading.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

const text = `# A shared clinic

## What it is

Two nurses of the hospital work in the practice on every weekday. The clinic saw 734 patients in its first year.

## Cost

The clinic cost £298,000 in its first year. The beds were not closed, so nothing was saved.

## Limits

The figures compare one year with the year before it, in which wards had been closed.

## Time limits

| Letter | Within |
|---|---|
| Summary to the practice | 24 hours of discharge |
`;

/** Finds every passage of the publication, so that what is chosen is up to the cell. */
async function cell(column: string, isHeading?: boolean): Promise<string[]> {
  const read = await readSampleText(text, { id: 'clinic', title: 'A shared clinic' });
  const analyser = createAnalyser();
  const queries: unknown[] = [];
  const search = {
    retriever: {
      retrieve: async (request: object) => {
        queries.push(request);
        return {
          passages: read.passages.map((passage) => ({
            passage,
            publication: read.publication,
            score: 1,
            lexicalScore: 1,
            semanticSimilarity: null,
          })),
          signals: { searched: 4, lexicalCompleteness: 0.9, lexicalLead: 0.8, cohesionLead: 0 },
        };
      },
    },
    termStatistics: () =>
      countTerms(
        read.passages.map((passage) => passage.text),
        analyser.terms,
      ),
  };
  const statements = placeStatements(read);
  const claims = await answerCell(read, column, {
    search,
    cite: createCiteStatements([read]),
    statements,
    isHeading: isHeading ?? underHeading(statements, column).length > 0,
    signal: undefined,
  });
  expect(queries).toMatchObject([{ within: ['clinic'] }]);
  return claims.map((claim) => claim.text);
}

describe('a column of one’s own', () => {
  test('a section of that name answers', async () => {
    expect(await cell('limits')).toEqual([
      'The figures compare one year with the year before it, in which wards had been closed.',
    ]);
  });

  test('what costs something is answered by a sum', async () => {
    expect(await cell('cost')).toEqual(['The clinic cost £298,000 in its first year.']);
  });

  test('how many is answered by a number of them', async () => {
    expect(await cell('how many patients')).toEqual([
      'The clinic saw 734 patients in its first year.',
    ]);
    expect(await cell('how many nurses')).toEqual([
      'Two nurses of the hospital work in the practice on every weekday.',
    ]);
    expect(await cell('how many doctors')).toEqual([]);
  });

  test('a table below a heading is what it announces', async () => {
    expect(await cell('time limits')).toEqual([
      'Summary to the practice – Within: 24 hours of discharge',
    ]);
  });

  test('what is not said stays empty', async () => {
    expect(await cell('opening hours of the pharmacy')).toEqual([]);
    expect(await cell('who complained')).toEqual([]);
  });
});
