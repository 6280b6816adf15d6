import { DataSetError } from './data-set-error.ts';
import { readLines } from './read-lines.ts';

const expected =
  'three columns divided by tabs, query-id, corpus-id and score (a number), under a header line';

/**
 * Degrees of relevance by query id and document id, from a file of tab-separated judgements.
 *
 * @throws {DataSetError} naming file, line and column.
 */
export async function readRelevanceJudgements(
  path: string,
): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  let isHeader = true;
  for await (const { text, number } of readLines(path, expected)) {
    const columns = text.split('\t').map((column) => column.trim());
    const wrong = (problem: string): DataSetError =>
      new DataSetError('data-set-invalid', `${path}, line ${number}: ${problem}`, { expected });
    if (columns.length !== 3) throw wrong(`${columns.length} columns instead of 3`);
    const [queryId = '', documentId = '', score = ''] = columns;
    const degree = score === '' ? Number.NaN : Number(score);
    if (isHeader) {
      isHeader = false;
      if (!Number.isFinite(degree)) continue;
      throw wrong('the header line is missing');
    }
    if (queryId === '') throw wrong('query-id is empty');
    if (documentId === '') throw wrong('corpus-id is empty');
    if (!Number.isFinite(degree)) throw wrong(`score is ${JSON.stringify(score)}, not a number`);
    const ofQuery = judgements.get(queryId) ?? new Map<string, number>();
    ofQuery.set(documentId, degree);
    judgements.set(queryId, ofQuery);
  }
  return judgements;
}
