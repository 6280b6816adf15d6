import type { Publication } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import { labelPassages } from '../model/show-passages.ts';
import { mergeByRank } from './merge-by-rank.ts';

/** What research has gathered so far, under names by which a model can speak of it. */
export interface ResearchNotes {
  /** Counts up with every passage that was not known before. */
  readonly size: number;
  /**
   * Adds what a search brought, best first; gives each passage's id, `P1` and so on, and whether it
   * is new.
   */
  add(found: readonly RetrievedPassage[]): { id: string; isNew: boolean }[];
  passage(id: string): RetrievedPassage | null;
  /** The id of a publication, `D1` and so on; it is known from then on. */
  nameOf(publication: Publication): string;
  publication(id: string): Publication | null;
  /** All of it, the best of each search first. */
  gathered(): RetrievedPassage[];
  /**
   * As much of it as there is room for in a prompt, by `P1, D1`: what an answer would now be composed
   * from.
   */
  shown(): ReadonlyMap<string, RetrievedPassage>;
}

export function createResearchNotes(): ResearchNotes {
  const searches: RetrievedPassage[][] = [];
  const passages = new Map<string, RetrievedPassage>();
  const publications = new Map<string, Publication>();

  function idOf({ passage }: RetrievedPassage): string | null {
    for (const [id, known] of passages) if (known.passage.id === passage.id) return id;
    return null;
  }

  function nameOf(publication: Publication): string {
    for (const [id, known] of publications) if (known.id === publication.id) return id;
    const id = `D${publications.size + 1}`;
    publications.set(id, publication);
    return id;
  }

  return {
    get size() {
      return passages.size;
    },
    add: (found) => {
      searches.push([...found]);
      return found.map((retrieved) => {
        nameOf(retrieved.publication);
        const known = idOf(retrieved);
        if (known !== null) return { id: known, isNew: false };
        const id = `P${passages.size + 1}`;
        passages.set(id, retrieved);
        return { id, isNew: true };
      });
    },
    passage: (id) => passages.get(id) ?? null,
    nameOf,
    publication: (id) => publications.get(id) ?? null,
    gathered: () => mergeByRank(searches),
    shown: () =>
      new Map(
        [...labelPassages(mergeByRank(searches)).values()].map((retrieved) => [
          `${idOf(retrieved)}, ${nameOf(retrieved.publication)}`,
          retrieved,
        ]),
      ),
  };
}
