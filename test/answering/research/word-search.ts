import { countTerms, type SearchParts } from '../../../src/answering/index.ts';
import type { RetrievalRequest, RetrievedPassage } from '../../../src/retrieval/index.ts';
import { type ScriptedText, scriptPassages, terms } from '../scripted-search.ts';

/** A library in which passages are ranked by the words they share with what is searched for. */
export interface WordSearch extends SearchParts {
  requests: RetrievalRequest[];
  passages: readonly RetrievedPassage[];
}

/**
 * @param texts - One passage each; those with the same publication id follow each other in it.
 */
export function createWordSearch(texts: readonly ScriptedText[]): WordSearch {
  const scripted = scriptPassages(texts);
  const ordinals = new Map<string, number>();
  const passages = scripted.found.passages.map(({ passage, ...retrieved }) => {
    const ordinal = ordinals.get(passage.publicationId) ?? 0;
    ordinals.set(passage.publicationId, ordinal + 1);
    return { ...retrieved, passage: { ...passage, ordinal } };
  });
  const statistics = countTerms(
    texts.map(({ text }) => text),
    terms,
  );
  const requests: RetrievalRequest[] = [];
  return {
    requests,
    passages,
    retriever: {
      retrieve: async (request) => {
        requests.push(request);
        request.signal?.throwIfAborted();
        const { query, audiences, within, limit = 12 } = request;
        const wanted = new Set(terms(query));
        const ranked = passages
          .filter(({ publication }) => audiences.includes(publication.audience))
          .filter(({ publication }) => within === undefined || within.includes(publication.id))
          .map((retrieved) => ({
            retrieved,
            shared: terms(retrieved.passage.text).filter((term) => wanted.has(term)).length,
          }))
          .filter(({ shared }) => shared > 0)
          .sort((one, other) => other.shared - one.shared)
          .slice(0, limit);
        return { ...scripted.found, passages: ranked.map(({ retrieved }) => retrieved) };
      },
    },
    termStatistics: () => statistics,
    publicationTexts: async (ids) =>
      new Map([...scripted.texts].filter(([id]) => ids.includes(id))),
    passagesOf: async (id) =>
      passages.flatMap(({ passage }) => (passage.publicationId === id ? [passage] : [])),
  };
}
