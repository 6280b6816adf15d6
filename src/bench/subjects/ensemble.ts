import { join } from 'node:path';
import { EnsembleRetriever } from '@langchain/classic/retrievers/ensemble';
import { BM25Retriever } from '@langchain/community/retrievers/bm25';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { libraryOf, type OpenBenchLibrary } from '../bench-library.ts';
import { readEmbedder } from '../library-contents.ts';
import { type Finding, residentMegabytes, resultsPerQuery } from '../subject.ts';
import type { SyntheticQuery } from '../synthetic/synthetic-queries.ts';
import { timeQueries } from '../time-queries.ts';
import { hnswlibFolder } from './hnswlib.ts';

/** LangChain's vector store and BM25 retriever, joined by its ensemble retriever. */
export async function queryEnsemble(
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
): Promise<Finding> {
  const library = await open(libraryOf(directory));
  const embedder = await readEmbedder(library.indexStore).finally(() => library.close());
  const store = await HNSWLib.load(join(directory, hnswlibFolder), embedder);
  const retriever = new EnsembleRetriever({
    retrievers: [
      // The store's own documents, so that they are in memory once.
      BM25Retriever.fromDocuments([...store.docstore._docs.values()], { k: resultsPerQuery }),
      store.asRetriever(resultsPerQuery),
    ],
  });
  const times = { hybrid: await timeQueries(queries, (text) => retriever.invoke(text)) };
  return { times, rssMegabytes: residentMegabytes() };
}
