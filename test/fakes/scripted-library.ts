import type { SuggestedQuestion } from '../../src/answering/index.ts';
import type { Publication } from '../../src/library/index.ts';
import type { LibraryView } from '../../src/slack/index.ts';

/** A library of so many publications, of which those given can be opened. */
export function createScriptedLibrary({
  count = 24,
  publications = [],
  questions = [],
}: {
  count?: number;
  publications?: readonly Publication[];
  questions?: readonly SuggestedQuestion[];
} = {}): LibraryView {
  return {
    count: async () => count,
    newest: async (_audiences, limit) => publications.slice(0, limit),
    readable: async (audiences) =>
      publications.filter(
        ({ audience, embargoedUntil }) => audiences.includes(audience) && embargoedUntil === null,
      ),
    choosable: async (audiences, embargoed) =>
      publications.filter(
        ({ audience, embargoedUntil }) =>
          audiences.includes(audience) && (embargoed || embargoedUntil === null),
      ),
    freshness: async () => ({ changedAt: null, checkedAt: null }),
    publication: async (id) => publications.find((publication) => publication.id === id) ?? null,
    text: async () => null,
    suggestQuestions: async (_audiences, limit) => questions.slice(0, limit),
  };
}
