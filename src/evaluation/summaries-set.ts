import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { DataSetError } from './data-set-error.ts';
import { readJsonLines } from './read-json-lines.ts';

const identifier = z.union([z.string().min(1, 'must not be empty'), z.number()]).transform(String);
const text = z.string().trim().min(1, 'must not be empty');

const documentSchema = z.object({
  id: identifier,
  title: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  document: text,
  references: z.array(text).min(1, 'must hold at least one summary'),
});

/** A text with summaries that people wrote of it. */
export type SummarisedDocument = z.infer<typeof documentSchema>;

const summariesSetExpected =
  'a file with one JSON object a line: id, title (may be left out), document, references [] (summaries that people wrote of it)';

/**
 * Reads a data set of documents with summaries.
 *
 * @param limit only the first so many.
 * @throws {DataSetError} naming file, line and field.
 */
export async function readSummariesSet(
  path: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<SummarisedDocument[]> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new DataSetError(
      'data-set-missing',
      found === null ? `${path} does not exist` : `${path} is not a file`,
      { expected: summariesSetExpected },
    );
  }
  const documents: SummarisedDocument[] = [];
  for await (const each of readJsonLines(path, documentSchema, summariesSetExpected)) {
    documents.push(each);
    if (documents.length >= limit) break;
  }
  if (documents.length === 0) {
    throw new DataSetError('data-set-empty', `${path} holds no document`, {
      expected: summariesSetExpected,
    });
  }
  return documents;
}
