import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { libraryOf, type OpenBenchLibrary } from '../bench-library.ts';
import { readPassages } from '../library-contents.ts';
import { type Finding, residentMegabytes, resultsPerQuery } from '../subject.ts';
import type { SyntheticQuery } from '../synthetic/synthetic-queries.ts';
import { timeQueries } from '../time-queries.ts';

const file = 'fts5.sqlite';

/** Writes an index file of SQLite's own full-text search, without the texts. */
export async function buildFts5(directory: string, open: OpenBenchLibrary): Promise<Finding> {
  const library = await open(libraryOf(directory));
  const passages = await readPassages(library.indexStore).finally(() => library.close());
  await rm(join(directory, file), { force: true });

  const started = performance.now();
  const database = new DatabaseSync(join(directory, file));
  database.exec(
    "create virtual table search using fts5(text, content='', tokenize='porter unicode61')",
  );
  const insert = database.prepare('insert into search (rowid, text) values (?, ?)');
  database.exec('begin');
  for (const { id, text } of passages) insert.run(id, text);
  database.exec('commit');
  database.close();
  const indexSeconds = (performance.now() - started) / 1_000;
  return { indexSeconds, passages: passages.length, rssMegabytes: residentMegabytes() };
}

/** Opens the index file and times queries for any of the words. */
export async function queryFts5(
  directory: string,
  _open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  const started = performance.now();
  const database = new DatabaseSync(join(directory, file), { readOnly: true });
  const select = database.prepare(
    'select rowid from search where search match ? order by bm25(search) limit ?',
  );
  const search = async (text: string): Promise<unknown> => {
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    return select.all([...words].map((word) => `"${word}"`).join(' OR '), resultsPerQuery);
  };
  await search(queries[0]?.text ?? '');
  const startMs = performance.now() - started;
  const times = { lexical: await timeQueries(queries, search) };
  database.close();
  return { startMs, times, rssMegabytes: residentMegabytes() };
}
