import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { DataSetError } from './data-set-error.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readRelevanceJudgements } from './relevance-judgements.ts';

/** A text to be found. */
export interface RetrievalDocument {
  id: string;
  /** Empty when the document has none. */
  title: string;
  text: string;
}

/** A query somebody has judged documents for. */
export interface JudgedQuery {
  id: string;
  text: string;
  /** Degree of relevance by document id; 0 or less is judged not relevant. At least one is above. */
  relevance: ReadonlyMap<string, number>;
}

export interface RetrievalSet {
  name: string;
  /** Documents that hold any text, in the file's order. Those without are left out. */
  documents: RetrievalDocument[];
  /** Queries with at least one relevant document, in the file's order. */
  queries: JudgedQuery[];
}

// Identifiers are numbers in some published sets.
const identifier = z.union([z.string().min(1, 'must not be empty'), z.number()]).transform(String);

const documentSchema = z.object({
  _id: identifier,
  title: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  text: z.string(),
});

const querySchema = z.object({ _id: identifier, text: z.string() });

const retrievalSetExpected =
  'a folder with corpus.jsonl (_id, title, text), queries.jsonl (_id, text) and qrels.tsv (query-id, corpus-id, score, with a header line)';

/**
 * Reads a retrieval data set in the layout of BEIR (https://github.com/beir-cellar/beir).
 *
 * Queries without a judged relevant document are left out, as no ranking could score on them.
 *
 * @param limit most queries to keep, the file's first; all when left out.
 * @throws {DataSetError} naming file, line and field.
 */
export async function readRetrievalSet(directory: string, limit?: number): Promise<RetrievalSet> {
  await checkDirectory(directory);
  const documents = new Map<string, RetrievalDocument>();
  const corpus = join(directory, 'corpus.jsonl');
  let read = 0;
  for await (const record of readJsonLines(corpus, documentSchema, retrievalSetExpected)) {
    read += 1;
    if (documents.has(record._id)) {
      throw new DataSetError('data-set-invalid', `${corpus}: _id ${record._id} occurs twice`);
    }
    documents.set(record._id, { id: record._id, title: record.title, text: record.text });
  }
  if (read === 0) throw new DataSetError('data-set-empty', `${corpus} holds no document`);

  const judgements = await readRelevanceJudgements(join(directory, 'qrels.tsv'));
  const queries = await readQueries(join(directory, 'queries.jsonl'), judgements, limit);
  return {
    name: await readName(directory),
    documents: [...documents.values()].filter(holdsText),
    queries,
  };
}

function holdsText(document: RetrievalDocument): boolean {
  return document.text.trim() !== '' || document.title.trim() !== '';
}

async function checkDirectory(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory()) return;
  throw new DataSetError(
    'data-set-missing',
    found === null ? `${directory} does not exist` : `${directory} is not a folder`,
    { expected: retrievalSetExpected },
  );
}

async function readQueries(
  path: string,
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>,
  limit: number | undefined,
): Promise<JudgedQuery[]> {
  const queries: JudgedQuery[] = [];
  for await (const record of readJsonLines(path, querySchema, retrievalSetExpected)) {
    if (limit !== undefined && queries.length >= limit) break;
    const relevance = judgements.get(record._id);
    if (relevance === undefined || record.text.trim() === '') continue;
    if (![...relevance.values()].some((degree) => degree > 0)) continue;
    queries.push({ id: record._id, text: record.text, relevance });
  }
  if (queries.length === 0) {
    throw new DataSetError('data-set-empty', `${path} holds no query judged in qrels.tsv`, {
      expected: retrievalSetExpected,
    });
  }
  return queries;
}

/** The name `meta.json` gives, or the folder's when there is none to be had. */
async function readName(directory: string): Promise<string> {
  const fallback = basename(resolve(directory));
  const text = await readFile(join(directory, 'meta.json'), 'utf8').catch(() => null);
  if (text === null) return fallback;
  try {
    const meta = z.object({ name: z.string().min(1) }).safeParse(JSON.parse(text));
    return meta.success ? meta.data.name : fallback;
  } catch {
    return fallback;
  }
}
