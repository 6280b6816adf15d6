import type { Audience } from '../../people/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { SearchParts } from '../find-passages.ts';
import type { ResearchNotes } from './research-notes.ts';

/** What research can have done for it: nothing but to find and to read, for fixed audiences. */
export interface LibraryDesk {
  /**
   * Searches, notes the best passages and tells their ids; and which other publications came up.
   *
   * @param publication - Id of the notes; empty to search all that the audiences may read.
   */
  search(query: string, publication: string): Promise<string>;
  /** Notes the passages before and after one, and tells their ids. */
  readAround(passage: string): Promise<string>;
}

export interface LibraryDeskParts {
  search: Pick<SearchParts, 'retriever' | 'passagesOf'>;
  /** Nothing downstream can widen them. */
  audiences: readonly Audience[];
  notes: ResearchNotes;
  signal: AbortSignal;
}

const passagesPerSearch = 6;
/** Of one publication when that alone is searched. */
const passagesFromOne = 6;
/** Passages looked at for the publications that hold them. */
const passagesConsidered = 12;

export function createLibraryDesk(parts: LibraryDeskParts): LibraryDesk {
  const { search, audiences, notes, signal } = parts;
  const done = new Set<string>();

  /** Whether this was done before; it is from now on. */
  function isRepeated(what: string): boolean {
    if (done.has(what)) return true;
    done.add(what);
    return false;
  }

  function note(found: readonly RetrievedPassage[]): string {
    const ids = notes.add(found).map(({ id, isNew }) => (isNew ? id : `${id} again`));
    return ids.length === 0 ? 'Nothing was found.' : `Found ${ids.join(', ')}.`;
  }

  return {
    search: async (query, publication) => {
      const within = publication === '' ? null : notes.publication(publication);
      if (publication !== '' && within === null) {
        return 'There is no such publication among those found. Search all of them.';
      }
      const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      if (isRepeated(JSON.stringify([words.join(' '), within?.id ?? '']))) {
        return 'This was searched for before. Search for something else, or finish.';
      }
      const { passages } = await search.retriever.retrieve({
        query,
        audiences,
        limit: within === null ? passagesConsidered : passagesFromOne,
        ...(within === null ? {} : { within: [within.id], perPublication: passagesFromOne }),
        signal,
      });
      const best = passages.slice(0, passagesPerSearch);
      const noted = note(best);
      const others = nameOthers(best, passages.slice(passagesPerSearch), notes);
      return others === '' ? noted : `${noted} Less near, and not read: ${others}.`;
    },
    readAround: async (id) => {
      const at = notes.passage(id);
      if (at === null) return 'There is no such passage among those found.';
      if (isRepeated(`around ${at.passage.id}`)) return 'This was read before.';
      signal.throwIfAborted();
      // Of a publication that a search for these audiences has just found.
      const all = await search.passagesOf(at.publication.id);
      const around = all
        .filter(({ ordinal }) => Math.abs(ordinal - at.passage.ordinal) === 1)
        .map((passage) => ({ ...at, passage, lexicalScore: null, semanticSimilarity: null }));
      return note(around);
    },
  };
}

/** Publications that came up further down, each with its id, so that they can be searched. */
function nameOthers(
  best: readonly RetrievedPassage[],
  further: readonly RetrievedPassage[],
  notes: ResearchNotes,
): string {
  const named = new Set(best.map(({ publication }) => publication.id));
  const others: string[] = [];
  for (const { publication } of further) {
    if (named.has(publication.id)) continue;
    named.add(publication.id);
    const { title, kind, date, status } = publication;
    const facts = [title, kind, date ?? 'no date', ...(status === 'current' ? [] : [status])];
    others.push(`${notes.nameOf(publication)} (${facts.join(', ')})`);
  }
  return others.join('; ');
}
