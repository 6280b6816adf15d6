import { countTerms, type SearchParts } from '../../src/answering/index.ts';
import type { Publication, PublicationText } from '../../src/library/index.ts';
import type {
  RetrievalRequest,
  RetrievalResult,
  RetrievedPassage,
} from '../../src/retrieval/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';

/** A publication's text; lines that begin with `# ` are headings. */
export interface ScriptedText {
  text: string;
  publication?: Partial<Publication>;
  /** Where given, in place of the lines that begin with `# `. */
  headings?: PublicationText['headings'];
}

const stop = new Set(
  'the a an of to in is are was were be and or for by on at what who when how did do does it its that this with'.split(
    ' ',
  ),
);
export const terms = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !stop.has(word))
    .map((word) => word.replace(/(?:s|ed|ing)$/, ''));

/** Passages, one for each text, in the order given. */
export function scriptPassages(texts: readonly ScriptedText[]): {
  found: RetrievalResult;
  texts: Map<string, PublicationText>;
} {
  const stored = new Map<string, PublicationText>();
  const passages = texts.map(({ text, publication, headings: given }, index): RetrievedPassage => {
    const id = publication?.id ?? `publication-${index}`;
    const headings = [...text.matchAll(/^# (.+)$/gm)].map((match) => ({
      offset: match.index,
      level: 2,
      text: match[0],
    }));
    stored.set(id, { text, pageStarts: [], headings: given ?? headings });
    return {
      passage: {
        id: index + 1,
        publicationId: id,
        ordinal: 0,
        text,
        headingPath: [],
        pageStart: null,
        pageEnd: null,
        characterStart: 0,
        characterEnd: text.length,
      },
      publication: samplePublication({ id, title: `Publication ${index}`, ...publication }),
      score: 1 / (index + 1),
      lexicalScore: 10 / (index + 1),
      semanticSimilarity: 0.5,
    };
  });
  return {
    texts: stored,
    found: {
      passages,
      signals: {
        searched: passages.length,
        lexicalCompleteness: 0.8,
        lexicalLead: 0.3,
        cohesionLead: 0.1,
      },
    },
  };
}

/** Search over scripted texts that records what it was asked. */
export function scriptSearch(texts: readonly ScriptedText[]): SearchParts & {
  requests: RetrievalRequest[];
} {
  const scripted = scriptPassages(texts);
  const requests: RetrievalRequest[] = [];
  const statistics = countTerms(
    texts.map(({ text }) => text),
    terms,
  );
  return {
    requests,
    retriever: {
      retrieve: async (request) => {
        requests.push(request);
        return scripted.found;
      },
    },
    termStatistics: () => statistics,
    publicationTexts: async () => scripted.texts,
    passagesOf: async (id) =>
      scripted.found.passages.flatMap(({ passage }) =>
        passage.publicationId === id ? [passage] : [],
      ),
  };
}
