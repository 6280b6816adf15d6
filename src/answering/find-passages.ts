import type { Passage, PublicationText } from '../library/index.ts';
import type { Audience } from '../people/index.ts';
import type { RetrievalResult, Retriever } from '../retrieval/index.ts';
import type { AnswerRequest } from './answer-from-passages.ts';
import type { TermStatistics } from './term-statistics.ts';

/** What answering needs of the library. */
export interface SearchParts {
  retriever: Retriever;
  /** As they are now; read once for each question. */
  termStatistics(): TermStatistics;
  /** Texts of publications by id; unknown ids are left out. */
  publicationTexts(ids: readonly string[]): Promise<ReadonlyMap<string, PublicationText>>;
  /**
   * The passages of a publication, in order; none for an unknown id. It says nothing of who may
   * read them.
   */
  passagesOf(publicationId: string): Promise<Passage[]>;
}

/** Who will see what is found, and until when it is wanted. */
export interface SearchScope {
  audiences: readonly Audience[];
  signal?: AbortSignal | undefined;
}

/** Passages with what is needed to read them. */
export interface FoundPassages extends AnswerRequest {
  found: RetrievalResult;
  texts: ReadonlyMap<string, PublicationText>;
}

const passagesPerQuestion = 12;

/** Retrieves for a standalone question and loads what is needed to read the passages. */
export async function findPassages(
  parts: SearchParts,
  question: string,
  { audiences, signal }: SearchScope,
): Promise<FoundPassages> {
  signal?.throwIfAborted();
  const found = await parts.retriever.retrieve({
    query: question,
    audiences,
    limit: passagesPerQuestion,
    ...(signal === undefined ? {} : { signal }),
  });
  signal?.throwIfAborted();
  const ids = [...new Set(found.passages.map(({ publication }) => publication.id))];
  const texts = await parts.publicationTexts(ids);
  return { question, found, statistics: parts.termStatistics(), texts };
}
