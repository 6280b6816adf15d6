import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { PublicationKind, PublicationStatus } from '../library/index.ts';
import type { Audience } from '../people/index.ts';
import type { RetrievalRequest, RetrievedPassage, Retriever } from './retriever.ts';

/** What a passage's `Document` says of its place and rank. */
export interface PassageMetadata extends Record<string, unknown> {
  passageId: number;
  publicationId: string;
  title: string;
  kind: PublicationKind;
  status: PublicationStatus;
  audience: Audience;
  date: string | null;
  link: string | null;
  headingPath: string[];
  pageStart: number | null;
  pageEnd: number | null;
  characterStart: number;
  characterEnd: number;
  /** 0..1, higher is better. */
  score: number;
}

/**
 * A retriever for LangChain's chains and agents, over the same search and with the same limits on
 * what may be seen: the audiences are fixed when it is made, so nothing downstream can widen them.
 */
export class LangChainRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'LangChainRetriever';
  }

  override lc_namespace = ['concord', 'retrieval'];
  readonly #retriever: Retriever;
  readonly #request: Omit<RetrievalRequest, 'query'>;

  constructor(retriever: Retriever, request: Omit<RetrievalRequest, 'query'>) {
    super({});
    this.#retriever = retriever;
    this.#request = request;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const { passages } = await this.#retriever.retrieve({ ...this.#request, query });
    return passages.map(toDocument);
  }
}

function toDocument({ passage, publication, score }: RetrievedPassage): Document<PassageMetadata> {
  return new Document({
    id: String(passage.id),
    pageContent: passage.text,
    metadata: {
      passageId: passage.id,
      publicationId: publication.id,
      title: publication.title,
      kind: publication.kind,
      status: publication.status,
      audience: publication.audience,
      date: publication.date,
      link: publication.link,
      headingPath: passage.headingPath,
      pageStart: passage.pageStart,
      pageEnd: passage.pageEnd,
      characterStart: passage.characterStart,
      characterEnd: passage.characterEnd,
      score,
    },
  });
}
