import { BM25Retriever } from '@langchain/community/retrievers/bm25';
import { Document } from '@langchain/core/documents';
import { libraryOf, type OpenBenchLibrary } from '../bench-library.ts';
import { readPassages } from '../library-contents.ts';
import { type Finding, residentMegabytes, resultsPerQuery } from '../subject.ts';
import type { SyntheticQuery } from '../synthetic/synthetic-queries.ts';
import { timeQueries } from '../time-queries.ts';

/** LangChain's BM25 retriever, which keeps no index and counts all words anew at every query. */
export async function queryBm25(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  const library = await open(libraryOf(directory));
  const passages = await readPassages(library.indexStore).finally(() => library.close());
  const retriever = BM25Retriever.fromDocuments(
    passages.map(({ id, text }) => new Document({ pageContent: text, metadata: { id } })),
    { k: resultsPerQuery },
  );
  const times = { lexical: await timeQueries(queries, (text) => retriever.invoke(text)) };
  return { times, rssMegabytes: residentMegabytes() };
}
